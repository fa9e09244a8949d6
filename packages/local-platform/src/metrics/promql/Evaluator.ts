import { aggregate } from './aggregate';
import { evaluateBinary } from './binary';
import {
  AggregateExpression,
  CallExpression,
  Expression,
  VectorSelector,
} from './expressions';
import { functions } from './functions';
import { dropMetricName } from './labels';
import { LabelMatcher } from './matchers';
import { QueryBudget } from './QueryBudget';
import {
  assertUniqueLabels,
  Point,
  PointsOfSeries,
  Sample,
  Series,
  Value,
} from './values';

/** Finds the series that fulfil all matchers. */
export type SelectSeries = (matchers: readonly LabelMatcher[]) => Series[];

type RangeSelector = Extract<Expression, { kind: 'rangeSelector' }>;
type PointsOf = (series: Series, start: number, end: number) => Point[];

/** Only the newest value, without computing those before it. */
const newestPoint: PointsOf = ({ pointAt, pointsBetween }, start, end) => {
  const newest = pointAt(end);
  return newest && newest.timestamp > start
    ? [newest]
    : pointsBetween(start, end).slice(-1);
};

/** Evaluates one query at any number of moments; series are looked up once. */
export class Evaluator {
  readonly #selected = new Map<VectorSelector, Series[]>();

  constructor(
    private readonly select: SelectSeries,
    private readonly budget: QueryBudget,
  ) {}

  /** @throws PromqlError of type `execution` or `timeout`. */
  evaluate(expression: Expression, timestamp: number): Value {
    switch (expression.kind) {
      case 'number':
        return { type: 'scalar', value: expression.value };
      case 'string':
        return { type: 'string', value: expression.value };
      case 'vectorSelector':
        return { type: 'vector', samples: this.#vector(expression, timestamp) };
      case 'rangeSelector':
        return { type: 'matrix', series: this.#matrix(expression, timestamp) };
      case 'negation':
        return negate(this.evaluate(expression.operand, timestamp));
      case 'binary':
        return evaluateBinary(
          expression,
          this.evaluate(expression.left, timestamp),
          this.evaluate(expression.right, timestamp),
        );
      case 'aggregate':
        return this.#aggregate(expression, timestamp);
      default:
        return this.#call(expression, timestamp);
    }
  }

  #vector(selector: VectorSelector, timestamp: number): Sample[] {
    const samples: Sample[] = [];
    for (const series of this.#series(selector)) {
      const point = series.pointAt(timestamp - selector.offset);
      if (point) samples.push({ labels: series.labels, ...point });
    }
    this.budget.spend(samples.length);
    return samples;
  }

  #matrix(
    { selector, range }: RangeSelector,
    timestamp: number,
    pointsOf: PointsOf = ({ pointsBetween }, start, end) =>
      pointsBetween(start, end),
  ): PointsOfSeries[] {
    const end = timestamp - selector.offset;
    const matrix: PointsOfSeries[] = [];
    for (const series of this.#series(selector)) {
      const points = pointsOf(series, end - range, end);
      this.budget.spend(points.length);
      if (points.length > 0) matrix.push({ labels: series.labels, points });
    }
    return matrix;
  }

  #series(selector: VectorSelector): Series[] {
    const known = this.#selected.get(selector);
    if (known) return known;
    const series = this.select(selector.matchers);
    this.#selected.set(selector, series);
    return series;
  }

  #aggregate(expression: AggregateExpression, timestamp: number): Value {
    const operand = this.evaluate(expression.operand, timestamp);
    const parameter =
      expression.parameter && this.evaluate(expression.parameter, timestamp);
    return {
      type: 'vector',
      samples: aggregate(
        expression,
        operand.type === 'vector' ? operand.samples : [],
        timestamp,
        parameter?.type === 'scalar' ? parameter.value : 0,
      ),
    };
  }

  #call(call: CallExpression, timestamp: number): Value {
    const values = call.arguments.map(argument =>
      call.name === 'last_over_time' && argument.kind === 'rangeSelector'
        ? {
            type: 'matrix' as const,
            series: this.#matrix(argument, timestamp, newestPoint),
          }
        : this.evaluate(argument, timestamp),
    );
    return functions
      .get(call.name)!
      .evaluate({ values, expressions: call.arguments, timestamp });
  }
}

function negate(value: Value): Value {
  if (value.type === 'scalar') return { type: 'scalar', value: -value.value };
  if (value.type !== 'vector') return value;
  const samples = value.samples.map(sample => ({
    ...sample,
    labels: dropMetricName(sample.labels),
    value: -sample.value,
  }));
  return { type: 'vector', samples: assertUniqueLabels(samples) };
}
