import {
  findComponent,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { assess } from '../catalogue';
import { MetricReading } from './readMetrics';

/**
 * The checks of one tenant environment. A metric that is not reported gives none, unless it was
 * reported before, or every tenant environment that runs such a component has to report it: then
 * the check is `Unknown`.
 */
export function toChecks(
  binding: TenantBinding,
  readings: readonly MetricReading[],
  wasReported: (metric: string) => boolean,
): ObservedCheck[] {
  return readings.flatMap(reading => {
    const { metric, values } = reading;
    const assessment = assess(metric, values.get(binding) ?? []);
    const runbook = metric.check?.runbook;
    const check = { id: idOf(reading), ...(runbook && { runbook }) };
    if (assessment) return { ...check, ...assessment };
    const isMissed =
      !binding.suspended &&
      (wasReported(metric.id) || isExpected(binding, reading));
    return isMissed ? { ...check, ...notKnown(reading) } : [];
  });
}

function idOf({ metric }: MetricReading): string {
  return `metric/${metric.id}`;
}

function isExpected(binding: TenantBinding, reading: MetricReading): boolean {
  return (
    reading.metric.check?.expected === true &&
    findComponent(binding.components, { id: idOf(reading) }) !== undefined
  );
}

function notKnown({
  metric,
  gap,
}: MetricReading): Omit<ObservedCheck, 'id' | 'runbook'> {
  return gap
    ? { health: 'Unknown', ...gap }
    : {
        health: 'Unknown',
        reason: 'NotReported',
        message: `Prometheus has no current values of "${metric.title}". Likely the pods do not run or are not scraped; look at them, and at the pod monitoring.`,
      };
}
