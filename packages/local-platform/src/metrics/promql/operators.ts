import { ArithmeticOperator, ComparisonOperator } from './expressions';

const arithmetic: Record<
  ArithmeticOperator,
  (left: number, right: number) => number
> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => left ** right,
};

const comparisons: Record<
  ComparisonOperator,
  (left: number, right: number) => boolean
> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => left > right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '<=': (left, right) => left <= right,
};

export type NumberOperator = ArithmeticOperator | ComparisonOperator;

export function isArithmetic(
  operator: NumberOperator,
): operator is ArithmeticOperator {
  return operator in arithmetic;
}

/**
 * Applies an operator to two numbers. A comparison gives the left one or, when it does not hold,
 * nothing; with `returnBool` it gives 1 or 0.
 */
export function applyOperator(
  operator: NumberOperator,
  left: number,
  right: number,
  returnBool: boolean,
): number | undefined {
  if (isArithmetic(operator)) return arithmetic[operator](left, right);
  const holds = comparisons[operator](left, right);
  if (returnBool) return holds ? 1 : 0;
  return holds ? left : undefined;
}
