import {
  findComponent,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { MetricValue, Thresholds } from '../catalogue';
import { MetricReading } from './queryChecks';

/**
 * The checks of one tenant environment. A metric that is not reported gives none, unless every
 * tenant environment that runs such a component has to report it: then the check is `Unknown`.
 */
export function toChecks(
  binding: TenantBinding,
  readings: readonly MetricReading[],
  thresholds: Thresholds,
): ObservedCheck[] {
  return readings.flatMap(reading => {
    const check = toCheck(binding, reading, thresholds);
    return check ? [check] : [];
  });
}

function toCheck(
  binding: TenantBinding,
  { metric, values, refusal }: MetricReading,
  thresholds: Thresholds,
): ObservedCheck | undefined {
  const id = `metric/${metric.id}`;
  const isExpected =
    metric.check.expected &&
    !binding.suspended &&
    findComponent(binding.components, { id }) !== undefined;
  const worst = worstOf(values.get(binding) ?? [], metric.check.worst);
  if (worst) return { id, ...metric.check.assess(worst, thresholds) };
  if (!isExpected) return undefined;
  return refusal
    ? { id, health: 'Unknown', reason: 'QueryRefused', message: refusal }
    : {
        id,
        health: 'Unknown',
        reason: 'NotReported',
        message: `Prometheus has no values of "${metric.title}". Likely the pods do not run or are not scraped; look at them, and at the pod monitoring.`,
      };
}

function worstOf(
  values: MetricValue[],
  worst: 'highest' | 'lowest',
): MetricValue | undefined {
  const sign = worst === 'highest' ? 1 : -1;
  return values.reduce<MetricValue | undefined>(
    (found, next) =>
      found && sign * found.value >= sign * next.value ? found : next,
    undefined,
  );
}
