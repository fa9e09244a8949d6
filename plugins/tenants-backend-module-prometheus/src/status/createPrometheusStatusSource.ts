import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BindingsView,
  StatusSink,
  StatusSource,
} from '@tenantry/plugin-tenants-node';
import { Thresholds } from '../catalogue';
import { PrometheusClient } from '../client';
import { BindingIndex } from './BindingIndex';
import { MetricReading, queryChecks } from './queryChecks';
import { toChecks } from './toChecks';

export interface PrometheusStatusSourceOptions {
  client: PrometheusClient;
  thresholds: Thresholds;
  intervalMs: number;
  logger: LoggerService;
  now?: () => Date;
}

/** Name of the server in reports on connectivity. */
const server = 'prometheus';
/** Shortest time between two looks, when the registry changes again and again. */
const minimumIntervalMs = 1_000;

/** Looks at the current values of all tenants, each interval and after each change of the registry. */
export function createPrometheusStatusSource(
  options: PrometheusStatusSourceOptions,
): StatusSource {
  return {
    id: 'prometheus',
    async run({ bindings, sink, signal }) {
      while (!signal.aborted) {
        const changed = new AbortController();
        bindings.onChange(() => changed.abort(), changed.signal);
        const look = lookOnce(options, bindings, sink, signal);
        await Promise.all([look, pause(minimumIntervalMs, signal)]);
        await pause(
          options.intervalMs - minimumIntervalMs,
          AbortSignal.any([signal, changed.signal]),
        );
        changed.abort();
      }
    },
  };
}

async function lookOnce(
  {
    client,
    thresholds,
    logger,
    now = () => new Date(),
  }: PrometheusStatusSourceOptions,
  bindings: BindingsView,
  sink: StatusSink,
  signal: AbortSignal,
): Promise<void> {
  const all = [...bindings.current().values()];
  if (all.length === 0) return;
  const index = new BindingIndex(all);
  const observedAt = now().toISOString();
  try {
    const readings = await queryChecks({ client, index, signal });
    logRefusals(readings, logger);
    for (const binding of all) {
      const { tenant, environment } = binding;
      const checks = toChecks(binding, readings, thresholds);
      sink.report({ tenant, environment, observedAt, checks });
    }
    sink.reportConnectivity({ server, connected: true, observedAt }, all);
  } catch (error) {
    if (signal.aborted) return;
    const { message } = error as Error;
    logger.warn(message);
    sink.reportConnectivity(
      { server, connected: false, message, observedAt },
      all,
    );
  }
}

function logRefusals(readings: MetricReading[], logger: LoggerService): void {
  for (const { metric, refusal } of readings) {
    if (refusal) logger.warn(`No values of ${metric.id}: ${refusal}`);
  }
}

/** Waits, or not any longer when the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
