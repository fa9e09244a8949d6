import { MetricDefinition } from '../MetricDefinition';
import { databaseMetrics } from './database';
import { participantMetrics } from './participant';
import { podMetrics } from './pods';
import { trafficMetrics } from './traffic';
import { validatorMetrics } from './validator';

/**
 * Metrics of Canton nodes with their PostgreSQL, as Splice 0.7 reports them. Limits are those that
 * operators of such nodes use.
 */
export function cantonMetrics(options: {
  /** `topup.reservedTraffic` of the validators. */
  trafficReserveBytes: number;
}): MetricDefinition[] {
  return [
    ...validatorMetrics,
    ...trafficMetrics(options.trafficReserveBytes),
    ...participantMetrics,
    ...databaseMetrics,
    ...podMetrics,
  ];
}
