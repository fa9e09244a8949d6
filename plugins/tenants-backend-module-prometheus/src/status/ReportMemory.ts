import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { MetricReading } from './readMetrics';

/** For so long a metric is missed that a tenant environment does not report any more. */
const memoryMs = 24 * 3_600_000;

/**
 * Remembers what was reported, so that a metric that stops being reported is not known instead of
 * gone: a check that vanishes would look well.
 */
export class ReportMemory {
  /** From tenant environment and metric to the time of the last report, in Unix milliseconds. */
  #reportedAt = new Map<string, number>();

  /** Takes in one look at all tenant environments of a server; others are forgotten. */
  record(
    readings: readonly MetricReading[],
    bindings: readonly TenantBinding[],
    nowMs: number,
  ): void {
    const next = new Map<string, number>();
    for (const { metric, values } of readings) {
      for (const binding of bindings) {
        const key = keyOf(binding, metric.id);
        const at = values.has(binding) ? nowMs : this.#reportedAt.get(key);
        if (at !== undefined && nowMs - at <= memoryMs) next.set(key, at);
      }
    }
    this.#reportedAt = next;
  }

  has(binding: TenantBinding, metric: string): boolean {
    return this.#reportedAt.has(keyOf(binding, metric));
  }
}

function keyOf({ tenant, environment }: TenantBinding, metric: string): string {
  return `${tenant}/${environment}/${metric}`;
}
