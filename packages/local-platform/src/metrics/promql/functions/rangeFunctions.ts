import { dropMetricName } from '../labels';
import { assertUniqueLabels, Point, Sample } from '../values';
import { extrapolatedChange, lastChange, RangeWindow } from './change';
import { FunctionCall, PromqlFunction, valueOfType } from './PromqlFunction';

type Compute = (points: Point[], window: RangeWindow) => number | undefined;

/** Functions from the values of a range to one value per series. */
export const rangeFunctions: [string, PromqlFunction][] = [
  ['rate', rangeFunction(extrapolatedChange({ counter: true, rate: true }))],
  [
    'increase',
    rangeFunction(extrapolatedChange({ counter: true, rate: false })),
  ],
  ['delta', rangeFunction(extrapolatedChange({ counter: false, rate: false }))],
  ['irate', rangeFunction(lastChange({ counter: true, rate: true }))],
  ['idelta', rangeFunction(lastChange({ counter: false, rate: false }))],
  ['avg_over_time', rangeFunction(points => sum(points) / points.length)],
  ['max_over_time', rangeFunction(points => extreme(points, Math.max))],
  ['min_over_time', rangeFunction(points => extreme(points, Math.min))],
  ['last_over_time', rangeFunction(last, { keepName: true })],
];

function rangeFunction(
  compute: Compute,
  { keepName } = { keepName: false },
): PromqlFunction {
  return {
    parameters: ['matrix'],
    resultType: 'vector',
    evaluate: call => {
      const samples = computeEach(call, compute).map(sample => ({
        ...sample,
        labels: keepName ? sample.labels : dropMetricName(sample.labels),
      }));
      return { type: 'vector', samples: assertUniqueLabels(samples) };
    },
  };
}

function computeEach(
  { values, expressions: [range], timestamp }: FunctionCall,
  compute: Compute,
): Sample[] {
  const window = windowOf(range, timestamp);
  const samples: Sample[] = [];
  for (const { labels, points } of valueOfType(values[0], 'matrix').series) {
    const value = compute(points, window);
    if (value !== undefined) samples.push({ labels, value, timestamp });
  }
  return samples;
}

function windowOf(
  expression: FunctionCall['expressions'][number],
  timestamp: number,
): RangeWindow {
  if (expression.kind !== 'rangeSelector') {
    throw new Error(`Expected a range selector and got ${expression.kind}`);
  }
  const end = timestamp - expression.selector.offset;
  return { start: end - expression.range, end };
}

function sum(points: Point[]): number {
  return points.reduce((total, { value }) => total + value, 0);
}

function last(points: Point[]): number {
  return points[points.length - 1].value;
}

function extreme(
  points: Point[],
  choose: (left: number, right: number) => number,
): number {
  const numbers = points
    .map(({ value }) => value)
    .filter(value => !Number.isNaN(value));
  return numbers.length === 0 ? NaN : numbers.reduce((a, b) => choose(a, b));
}
