import { WorldPod } from '../../../sample/World';
import {
  EnvironmentScope,
  MetricFamily,
  SimulatedSeries,
} from '../MetricFamily';
import { reportedBy, Target } from '../targets';

type Describe = (target: Target, scope: EnvironmentScope) => SimulatedSeries[];

/** Builders of the metrics that one kind of pod reports about itself. */
export function familiesOf(component: WorldPod['component']) {
  const family =
    (type: MetricFamily['type']) =>
    (name: string, help: string, describe: Describe): MetricFamily => ({
      name,
      type,
      help,
      seriesOf: reportedBy(component, describe),
    });
  return { gauge: family('gauge'), counter: family('counter') };
}

/** One series with labels of its own. */
export function labelled(
  labels: Record<string, string>,
  valueAt: SimulatedSeries['valueAt'],
): SimulatedSeries {
  return { labels, valueAt };
}

/** The only series of its target. */
export function single(valueAt: SimulatedSeries['valueAt']): SimulatedSeries[] {
  return [{ labels: {}, valueAt }];
}
