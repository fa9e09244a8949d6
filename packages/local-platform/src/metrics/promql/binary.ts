import { BinaryExpression, setOperators } from './expressions';
import { dropMetricName } from './labels';
import { applyOperator, isArithmetic, NumberOperator } from './operators';
import { assertUniqueLabels, Sample, Value } from './values';
import { combineSets, combineVectors } from './vectorMatching';

/** @throws PromqlError of type `execution`. */
export function evaluateBinary(
  expression: BinaryExpression,
  left: Value,
  right: Value,
): Value {
  if (left.type === 'scalar' && right.type === 'scalar') {
    return { type: 'scalar', value: scalars(expression, left, right) };
  }
  if (left.type === 'vector' && right.type === 'vector') {
    const isSet = setOperators.some(name => name === expression.operator);
    const combine = isSet ? combineSets : combineVectors;
    return {
      type: 'vector',
      samples: combine(expression, left.samples, right.samples),
    };
  }
  return { type: 'vector', samples: withScalar(expression, left, right) };
}

function scalars(
  { operator }: BinaryExpression,
  left: { value: number },
  right: { value: number },
): number {
  // Between scalars a comparison always has `bool`, so that there is always a value.
  return applyOperator(
    operator as NumberOperator,
    left.value,
    right.value,
    true,
  )!;
}

function withScalar(
  expression: BinaryExpression,
  left: Value,
  right: Value,
): Sample[] {
  const operator = expression.operator as NumberOperator;
  const { returnBool } = expression;
  const dropsName = returnBool || isArithmetic(operator);
  const samples = [left, right].flatMap(side =>
    side.type === 'vector' ? side.samples : [],
  );
  const result: Sample[] = [];
  for (const sample of samples) {
    const numberOf = (side: Value) =>
      side.type === 'scalar' ? side.value : sample.value;
    const value = applyOperator(
      operator,
      numberOf(left),
      numberOf(right),
      returnBool,
    );
    if (value === undefined) continue;
    result.push({
      ...sample,
      labels: dropsName ? dropMetricName(sample.labels) : sample.labels,
      // A comparison that holds keeps the vector's value, on whichever side it stands.
      value: dropsName ? value : sample.value,
    });
  }
  return assertUniqueLabels(result);
}
