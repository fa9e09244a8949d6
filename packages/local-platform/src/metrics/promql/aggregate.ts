import { AggregateExpression, Aggregation } from './expressions';
import {
  dropLabels,
  keepLabels,
  Labels,
  labelsKey,
  metricNameLabel,
} from './labels';
import { Sample } from './values';

const reducers: Record<
  Exclude<Aggregation, 'topk'>,
  (values: number[]) => number
> = {
  sum: values => total(values),
  count: values => values.length,
  avg: values => total(values) / values.length,
  min: values => values.reduce((a, b) => (b < a || Number.isNaN(a) ? b : a)),
  max: values => values.reduce((a, b) => (b > a || Number.isNaN(a) ? b : a)),
};

/** Aggregates the elements of a vector group by group. */
export function aggregate(
  expression: AggregateExpression,
  samples: Sample[],
  timestamp: number,
  parameter: number,
): Sample[] {
  const groups = groupSamples(expression, samples);
  const { aggregation } = expression;
  return [...groups.values()].flatMap(group =>
    aggregation === 'topk'
      ? largest(group.samples, parameter)
      : [
          {
            labels: group.labels,
            timestamp,
            value: reducers[aggregation](group.samples.map(s => s.value)),
          },
        ],
  );
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The largest ones first; whatever is not a number comes last. */
function largest(samples: Sample[], count: number): Sample[] {
  const rank = ({ value }: Sample) => (Number.isNaN(value) ? -Infinity : value);
  return samples
    .slice()
    .sort((left, right) => compare(rank(right), rank(left)))
    .slice(0, Math.max(0, Math.floor(count)));
}

function compare(left: number, right: number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function groupSamples(
  { without, labels: names }: AggregateExpression,
  samples: Sample[],
): Map<string, { labels: Labels; samples: Sample[] }> {
  const groups = new Map<string, { labels: Labels; samples: Sample[] }>();
  for (const sample of samples) {
    const labels = without
      ? dropLabels(sample.labels, [...names, metricNameLabel])
      : keepLabels(sample.labels, names);
    const key = labelsKey(labels);
    const group = groups.get(key) ?? { labels, samples: [] };
    group.samples.push(sample);
    groups.set(key, group);
  }
  return groups;
}
