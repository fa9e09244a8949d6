import { MetricChart, MetricRange } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '../registry';

/**
 * Answers the range charts of the tenant page from a fixed catalogue of queries.
 *
 * @public
 */
export interface MetricsSource {
  /**
   * @throws ServiceUnavailableError when the metrics server does not answer in time, or answers
   * something else than metrics.
   */
  charts(options: {
    binding: TenantBinding;
    range: MetricRange;
    signal: AbortSignal;
  }): Promise<MetricChart[]>;
}
