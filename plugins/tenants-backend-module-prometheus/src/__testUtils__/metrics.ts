import { cantonMetrics } from '../catalogue/canton';
import { MetricDefinition } from '../catalogue';

/** The built-in metrics with the default reserve. */
export const builtInMetrics = cantonMetrics({ trafficReserveBytes: 200_000 });

/** @throws Error when there is no such metric. */
export function metricOf(id: string): MetricDefinition {
  const metric = builtInMetrics.find(candidate => candidate.id === id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return metric;
}

/** A metric that is judged, without anything of Canton. */
export const queueDepth = {
  id: 'queue-depth',
  title: 'Queue depth',
  description: 'Messages that wait; few is well.',
  unit: 'count',
  seriesLabel: 'queue',
  query: 'max by ($labels, queue) (last_over_time(queue_depth[$age]))',
  check: {
    unwell: 'above',
    runbook: 'queue-full',
    levels: [
      {
        severity: 'critical',
        limit: 100,
        label: 'Full',
        reason: 'QueueFull',
        message: '{value} messages wait, beyond {limit}, in: {names}.',
      },
    ],
  },
};
