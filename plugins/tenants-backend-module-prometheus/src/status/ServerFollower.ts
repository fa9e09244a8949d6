import { LoggerService } from '@backstage/backend-plugin-api';
import { Health } from '@tenantry/plugin-tenants-common';
import {
  pace,
  ServerStatistics,
  StatusSink,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { MetricDefinition } from '../catalogue';
import { ConnectedServer } from '../servers';
import { AlertsReader } from './AlertsReader';
import { BindingIndex } from './BindingIndex';
import { MetricReading, readMetrics } from './readMetrics';
import { ReportMemory } from './ReportMemory';
import { toChecks } from './toChecks';

export interface ServerFollowerOptions {
  server: ConnectedServer;
  /** Those that are judged. */
  metrics: readonly MetricDefinition[];
  maximumAgeSeconds: number;
  severities: ReadonlyMap<string, Health>;
  logger: LoggerService;
  now: () => Date;
}

/** Looks at one server for the tenant environments whose metrics it has. */
export class ServerFollower {
  readonly #options: ServerFollowerOptions;
  readonly #memory = new ReportMemory();
  readonly #alerts: AlertsReader | undefined;
  #requests = 0;
  #series = 0;

  constructor(options: ServerFollowerOptions) {
    const { server, severities } = options;
    this.#options = options;
    this.#alerts =
      server.alerts && new AlertsReader({ client: server.alerts, severities });
  }

  /** Asks once and reports what is known then. Rejects only when the signal aborts. */
  async look(
    all: Iterable<TenantBinding>,
    sink: StatusSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { server, logger, now } = this.#options;
    const bindings = [...all].filter(binding => server.has(binding));
    if (bindings.length === 0) return;
    const observedAt = now().toISOString();
    const report = () => ({
      server: server.name,
      observedAt,
      statistics: this.#statistics(),
    });
    try {
      await this.#report(bindings, observedAt, { sink, signal });
      sink.reportConnectivity({ ...report(), connected: true }, bindings);
    } catch (error) {
      if (signal.aborted) return;
      const { message } = error as Error;
      logger.warn(`${server.name}: ${message}`);
      sink.reportConnectivity(
        { ...report(), connected: false, message },
        bindings,
      );
    }
  }

  async #report(
    bindings: TenantBinding[],
    observedAt: string,
    { sink, signal }: { sink: StatusSink; signal: AbortSignal },
  ): Promise<void> {
    const { server } = this.#options;
    const index = new BindingIndex(bindings);
    const client = {
      query: (query: string) => {
        this.#requests += 1;
        return server.metrics.query(query, signal);
      },
    };
    if (this.#alerts) this.#requests += 1;
    const [readings, alertsOf] = await Promise.all([
      readMetrics({ ...this.#options, client, index }),
      this.#alerts?.read(index, signal),
    ]);
    this.#series = countSeries(readings);
    this.#logGaps(readings);
    await this.#memory.record(readings, bindings, Date.parse(observedAt));
    for (const binding of bindings) {
      const { tenant, environment } = binding;
      const alerts = alertsOf?.(binding);
      const checks = [
        ...toChecks(binding, readings, metric =>
          this.#memory.has(binding, metric),
        ),
        ...(alerts?.checks ?? []),
      ];
      const facts = alerts?.facts;
      sink.report({
        tenant,
        environment,
        observedAt,
        checks,
        ...(facts && { facts }),
      });
      await pace();
    }
  }

  #statistics(): ServerStatistics {
    return {
      requests: this.#requests,
      watchRestarts: 0,
      objects: this.#series,
    };
  }

  #logGaps(readings: readonly MetricReading[]): void {
    const { server, logger } = this.#options;
    for (const { metric, gap } of readings) {
      if (gap) logger.warn(`${server.name}: ${metric.id}: ${gap.message}`);
    }
  }
}

function countSeries(readings: readonly MetricReading[]): number {
  let count = 0;
  for (const { values } of readings) {
    for (const series of values.values()) count += series.length;
  }
  return count;
}
