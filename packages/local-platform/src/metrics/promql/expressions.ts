import { LabelMatcher } from './matchers';
import { ValueType } from './values';

export const arithmeticOperators = ['+', '-', '*', '/', '%', '^'] as const;
export const comparisonOperators = ['==', '!=', '>', '<', '>=', '<='] as const;
export const setOperators = ['and', 'or', 'unless'] as const;

export type ArithmeticOperator = (typeof arithmeticOperators)[number];
export type ComparisonOperator = (typeof comparisonOperators)[number];
export type SetOperator = (typeof setOperators)[number];
export type BinaryOperator =
  | ArithmeticOperator
  | ComparisonOperator
  | SetOperator;

export const aggregations = [
  'sum',
  'min',
  'max',
  'avg',
  'count',
  'topk',
] as const;
export type Aggregation = (typeof aggregations)[number];

/** A parsed query; durations are in seconds. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  | VectorSelector
  | { kind: 'rangeSelector'; selector: VectorSelector; range: number }
  | { kind: 'negation'; operand: Expression }
  | BinaryExpression
  | AggregateExpression
  | CallExpression;

export interface VectorSelector {
  kind: 'vectorSelector';
  /** The metric's name is a matcher like any other. */
  matchers: LabelMatcher[];
  offset: number;
}

export interface BinaryExpression {
  kind: 'binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  /** 0 and 1 instead of leaving elements out. */
  returnBool: boolean;
  matching: VectorMatching;
}

/** Which elements of two vectors belong together. */
export interface VectorMatching {
  /** Whether `labels` are those that have to agree, or those that need not. */
  on: boolean;
  labels: string[];
  /** Set by `group_left`: labels that the elements on the left take over from the right. */
  groupLeft?: string[];
}

export interface AggregateExpression {
  kind: 'aggregate';
  aggregation: Aggregation;
  operand: Expression;
  /** The k of `topk`. */
  parameter?: Expression;
  /** Whether `labels` are the ones to group by, or the ones to leave out. */
  without: boolean;
  labels: string[];
}

export interface CallExpression {
  kind: 'call';
  name: string;
  arguments: Expression[];
  resultType: ValueType;
}

/** The type is known before anything is evaluated. */
export function typeOf(expression: Expression): ValueType {
  switch (expression.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'rangeSelector':
      return 'matrix';
    case 'negation':
      return typeOf(expression.operand);
    case 'binary':
      return typeOf(expression.left) === 'scalar' &&
        typeOf(expression.right) === 'scalar'
        ? 'scalar'
        : 'vector';
    case 'call':
      return expression.resultType;
    default:
      return 'vector';
  }
}
