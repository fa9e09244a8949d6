import { LoggerService } from '@backstage/backend-plugin-api';
import { Health } from '@tenantry/plugin-tenants-common';
import {
  BindingsView,
  StatusSink,
  StatusSource,
} from '@tenantry/plugin-tenants-node';
import { MetricDefinition } from '../catalogue';
import { ConnectedServer, noServerFor } from '../servers';
import { pause } from './pause';
import { ServerFollower } from './ServerFollower';

export interface PrometheusStatusSourceOptions {
  servers: readonly ConnectedServer[];
  metrics: readonly MetricDefinition[];
  severities: ReadonlyMap<string, Health>;
  intervalMs: number;
  maximumAgeSeconds: number;
  logger: LoggerService;
  now?: () => Date;
}

/** Shortest time between two looks, when the registry changes again and again. */
const minimumIntervalMs = 1_000;

/**
 * Looks at the current values and the alerts of all tenants, each interval and after each change
 * of the registry. Each server has a loop of its own, so that one that is slow delays no other.
 */
export function createPrometheusStatusSource(
  options: PrometheusStatusSourceOptions,
): StatusSource {
  const { servers, now = () => new Date() } = options;
  const metrics = options.metrics.filter(({ check }) => check);
  return {
    id: 'prometheus',
    serversOf: binding => {
      const server = servers.find(({ has }) => has(binding));
      return [server?.name ?? uncoveredName(binding.cluster)];
    },
    async run({ server: only, bindings, sink, signal }) {
      const asked = servers.filter(({ name }) => !only || name === only);
      const looks = asked.map(server => {
        const follower = new ServerFollower({
          ...options,
          server,
          metrics,
          now,
        });
        return () => follower.look(bindings.current().values(), sink, signal);
      });
      looks.push(async () => reportUncovered(servers, bindings, sink, now()));
      await Promise.all(
        looks.map(look => repeat(look, options.intervalMs, bindings, signal)),
      );
    },
  };
}

async function repeat(
  look: () => Promise<void>,
  intervalMs: number,
  bindings: BindingsView,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const changed = new AbortController();
    bindings.onChange(() => changed.abort(), changed.signal);
    await Promise.all([look(), pause(minimumIntervalMs, signal)]);
    await pause(
      intervalMs - minimumIntervalMs,
      AbortSignal.any([signal, changed.signal]),
    );
    changed.abort();
  }
}

/** Stands for the server that is missing. */
function uncoveredName(cluster: string): string {
  return `prometheus/${cluster}`;
}

/** Tenant environments of which no server has metrics are not known; they are not well. */
function reportUncovered(
  servers: readonly ConnectedServer[],
  bindings: BindingsView,
  sink: StatusSink,
  now: Date,
): void {
  const uncovered = [...bindings.current().values()].filter(
    binding => !servers.some(server => server.has(binding)),
  );
  for (const cluster of new Set(uncovered.map(binding => binding.cluster))) {
    sink.reportConnectivity(
      {
        server: uncoveredName(cluster),
        connected: false,
        message: noServerFor(cluster),
        observedAt: now.toISOString(),
      },
      uncovered.filter(binding => binding.cluster === cluster),
    );
  }
}
