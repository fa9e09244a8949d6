import type { MetricChart } from '@tenantry/plugin-tenants-common';
import { unitSize } from './formatMetric';

const wantedSteps = 4;
const roundSteps = [1, 2, 2.5, 5, 10];
/** What is smaller has too few digits left to be divided, and nothing is measured so finely. */
const smallestStep = 1e-300;

/**
 * The marks of a chart's upright axis: round numbers in one unit, from the lowest value to the
 * highest. Zero and the thresholds stay in sight while all is well, for they say how far from
 * trouble it is.
 */
export function axisTicks(chart: MetricChart): number[] {
  const values = [
    0,
    ...chart.thresholds.map(({ value }) => value),
    ...chart.series.flatMap(({ points }) =>
      points.flatMap(([, value]) => value ?? []),
    ),
  ];
  const lowest = values.reduce((left, right) => Math.min(left, right));
  const highest = values.reduce((left, right) => Math.max(left, right));
  const size = unitSize(Math.max(highest, -lowest), chart.unit);
  const step = roundStep((highest - lowest) / size / wantedSteps) * size;
  const first = Math.floor(lowest / step);
  const last = Math.max(Math.ceil(highest / step), first + 1);
  return Array.from(
    { length: last - first + 1 },
    (_, index) => (first + index) * step,
  );
}

/** The smallest round number that is not smaller; one where there is nothing to measure. */
function roundStep(step: number): number {
  if (step < smallestStep) {
    return 1;
  }
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const factor = roundSteps.find(round => round * magnitude >= step);
  return (factor ?? 10) * magnitude;
}
