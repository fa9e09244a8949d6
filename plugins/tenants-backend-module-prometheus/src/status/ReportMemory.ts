import { pace, TenantBinding } from '@tenantry/plugin-tenants-node';
import { MetricReading } from './readMetrics';

/** For so long a metric is missed that a tenant environment does not report any more. */
const memoryMs = 24 * 3_600_000;

/** From a tenant environment to the time of its last report, in Unix milliseconds. */
type ReportTimes = Map<string, number>;

/**
 * Remembers what was reported, so that a metric that stops being reported is not known instead of
 * gone: a check that vanishes would look well.
 */
export class ReportMemory {
  /** By metric. */
  readonly #reportedAt = new Map<string, ReportTimes>();

  /** Takes in one look at all tenant environments of a server; others are forgotten. */
  async record(
    readings: readonly MetricReading[],
    bindings: readonly TenantBinding[],
    nowMs: number,
  ): Promise<void> {
    for (const { metric, values } of readings) {
      const before = this.#reportedAt.get(metric.id);
      const next: ReportTimes = new Map();
      for (const binding of bindings) {
        const key = keyOf(binding);
        const at = values.has(binding) ? nowMs : before?.get(key);
        if (at !== undefined && nowMs - at <= memoryMs) next.set(key, at);
        await pace();
      }
      this.#reportedAt.set(metric.id, next);
    }
  }

  has(binding: TenantBinding, metric: string): boolean {
    return this.#reportedAt.get(metric)?.has(keyOf(binding)) ?? false;
  }
}

function keyOf({ tenant, environment }: TenantBinding): string {
  return `${tenant}/${environment}`;
}
