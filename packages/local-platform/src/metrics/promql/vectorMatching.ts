import { BinaryExpression, VectorMatching } from './expressions';
import {
  dropLabels,
  dropMetricName,
  keepLabels,
  Labels,
  labelsKey,
  metricNameLabel,
  toLabels,
} from './labels';
import { applyOperator, isArithmetic, NumberOperator } from './operators';
import { PromqlError } from './PromqlError';
import { Sample } from './values';

/**
 * Combines the elements of two vectors that agree on the matching labels, one to one or, with
 * `group_left`, many on the left to one on the right.
 *
 * @throws PromqlError of type `execution` when it is not clear which elements belong together.
 */
export function combineVectors(
  expression: BinaryExpression,
  left: Sample[],
  right: Sample[],
): Sample[] {
  const operator = expression.operator as NumberOperator;
  const { matching, returnBool } = expression;
  const rightByGroup = indexOneSide(right, matching);
  const seen = new Set<string>();
  const result: Sample[] = [];
  for (const sample of left) {
    const group = groupKey(sample.labels, matching);
    const partner = rightByGroup.get(group);
    const value =
      partner &&
      applyOperator(operator, sample.value, partner.value, returnBool);
    if (partner === undefined || value === undefined) continue;
    const labels = resultLabels(expression, sample.labels, partner.labels);
    assertFirst(seen, matching.groupLeft ? labelsKey(labels) : group, matching);
    result.push({ ...sample, labels, value });
  }
  return result;
}

/** `and`, `or` and `unless`: whole elements are kept or left out. */
export function combineSets(
  { operator, matching }: BinaryExpression,
  left: Sample[],
  right: Sample[],
): Sample[] {
  const keys = (samples: Sample[]) =>
    new Set(samples.map(({ labels }) => groupKey(labels, matching)));
  const isIn = (groups: Set<string>) => (sample: Sample) =>
    groups.has(groupKey(sample.labels, matching));
  if (operator === 'or') {
    const inLeft = isIn(keys(left));
    return [...left, ...right.filter(sample => !inLeft(sample))];
  }
  const inRight = isIn(keys(right));
  return left.filter(sample => inRight(sample) === (operator === 'and'));
}

/** The text that two elements share when they belong together. */
export function groupKey(
  labels: Labels,
  { on, labels: names }: VectorMatching,
) {
  return labelsKey(
    on
      ? keepLabels(labels, names)
      : dropLabels(labels, [...names, metricNameLabel]),
  );
}

function indexOneSide(
  samples: Sample[],
  matching: VectorMatching,
): Map<string, Sample> {
  const index = new Map<string, Sample>();
  for (const sample of samples) {
    const group = groupKey(sample.labels, matching);
    if (index.has(group)) {
      throw new PromqlError(
        'execution',
        `several series on the right side match the group ${group}`,
      );
    }
    index.set(group, sample);
  }
  return index;
}

function assertFirst(
  seen: Set<string>,
  key: string,
  { groupLeft }: VectorMatching,
): void {
  if (seen.has(key)) {
    throw new PromqlError(
      'execution',
      groupLeft
        ? `group_left leaves several series with the labels ${key}`
        : `several series on the left side match the group ${key}; group_left would allow it`,
    );
  }
  seen.add(key);
}

function resultLabels(
  { operator, returnBool, matching }: BinaryExpression,
  left: Labels,
  right: Labels,
): Labels {
  const dropsName = returnBool || isArithmetic(operator as NumberOperator);
  const labels = dropsName ? dropMetricName(left) : left;
  if (matching.groupLeft) {
    const included = matching.groupLeft.map(
      name => [name, right.get(name) ?? ''] as const,
    );
    return toLabels([...labels, ...included]);
  }
  return matching.on
    ? keepLabels(labels, matching.labels)
    : dropLabels(labels, matching.labels);
}
