import {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { HeardServer, ServerBook } from '../collector';

/** What can be measured of the engine; names follow OpenTelemetry's conventions. */
export interface EngineMetrics {
  /** A status was put together. */
  assembled(durationMs: number): void;
  /** Changes were stored. */
  written(durationMs: number): void;
  /** The metrics server was asked for the charts of a tenant environment. */
  chartsRead(): void;
  /** A caller may not see what it asked for. */
  denied(permission: string): void;
}

export interface EngineMetricsOptions {
  metrics: MetricsService;
  servers: ServerBook;
  /** Whether this replica observes a server: only one tells its numbers. */
  observes(server: HeardServer): boolean;
  now?: () => number;
}

const durationBuckets = {
  explicitBucketBoundaries: [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5,
  ],
};

/** Measures the engine with the metrics service of the platform. */
export function createEngineMetrics(
  options: EngineMetricsOptions,
): EngineMetrics {
  const { metrics } = options;
  observeServers(options);
  const assembly = metrics.createHistogram('tenants.assembly.duration', {
    description: 'Time to put one status together',
    unit: 's',
    advice: durationBuckets,
  });
  const write = metrics.createHistogram('tenants.write.duration', {
    description: 'Time to store one batch of statuses',
    unit: 's',
    advice: durationBuckets,
  });
  const charts = metrics.createCounter('tenants.charts.reads', {
    description: 'Sets of charts that a metrics server was asked for',
  });
  const denied = metrics.createCounter('tenants.reads.denied', {
    description: 'Reads of what the caller may not see',
  });
  return {
    assembled: durationMs => assembly.record(durationMs / 1_000),
    written: durationMs => write.record(durationMs / 1_000),
    chartsRead: () => charts.add(1),
    denied: permission => denied.add(1, { permission }),
  };
}

function observeServers(options: EngineMetricsOptions): void {
  const { metrics, servers, observes, now = Date.now } = options;
  const each =
    (
      read: (server: HeardServer) => number | undefined,
    ): MetricsServiceObservableCallback =>
    result => {
      for (const state of servers.all().filter(observes)) {
        const value = read(state);
        if (value !== undefined) {
          const { source, server } = state;
          result.observe(value, { source, server });
        }
      }
    };
  metrics
    .createObservableCounter('tenants.upstream.requests', {
      description: 'Requests to servers since the source was started',
    })
    .addCallback(each(({ statistics }) => statistics?.requests));
  metrics
    .createObservableCounter('tenants.watch.restarts', {
      description: 'Watches that began anew since the source was started',
    })
    .addCallback(each(({ statistics }) => statistics?.watchRestarts));
  metrics
    .createObservableGauge('tenants.data.age', {
      description: 'Time since a server last answered',
      unit: 's',
    })
    .addCallback(
      each(({ answeredAt }) =>
        answeredAt ? (now() - Date.parse(answeredAt)) / 1_000 : undefined,
      ),
    );
}
