import { setImmediate } from 'node:timers/promises';
import { Evaluator, SelectSeries } from './Evaluator';
import { Expression, typeOf } from './expressions';
import { Labels, labelsKey } from './labels';
import { parsePromql } from './parse';
import { PromqlError } from './PromqlError';
import { QueryBudget } from './QueryBudget';
import { PointsOfSeries, Value } from './values';

/** Most samples that one query may read. */
const maximumSamples = 5_000_000;
/** Longest time for which other requests wait, in milliseconds. */
const longestTurn = 20;

export interface QueryOptions {
  query: string;
  select: SelectSeries;
  timeoutMs: number;
}

/** @throws PromqlError */
export function instantQuery(
  options: QueryOptions & { timestamp: number },
): Value {
  const expression = parsePromql(options.query);
  return evaluatorFor(options).evaluate(expression, options.timestamp);
}

/**
 * Evaluates the query at `start`, and then every `step` seconds up to `end`.
 *
 * @throws PromqlError
 */
export async function rangeQuery(
  options: QueryOptions & { start: number; end: number; step: number },
): Promise<PointsOfSeries[]> {
  const expression = parsePromql(options.query);
  assertRangeType(expression);
  const evaluator = evaluatorFor(options);
  const byLabels = new Map<string, PointsOfSeries>();
  const { start, end, step } = options;
  const steps = Math.floor((end - start) / step);
  let turnEnd = performance.now() + longestTurn;
  for (let index = 0; index <= steps; index++) {
    if (performance.now() > turnEnd) {
      await setImmediate();
      turnEnd = performance.now() + longestTurn;
    }
    const timestamp = start + index * step;
    addPoints(byLabels, evaluator.evaluate(expression, timestamp), timestamp);
  }
  return [...byLabels.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, series]) => series);
}

function evaluatorFor({ select, timeoutMs }: QueryOptions): Evaluator {
  const budget = new QueryBudget({ samples: maximumSamples, timeoutMs });
  return new Evaluator(select, budget);
}

function assertRangeType(expression: Expression): void {
  const type = typeOf(expression);
  if (type !== 'scalar' && type !== 'vector') {
    throw new PromqlError(
      'bad_data',
      `a range query needs a scalar or an instant vector, not a ${type}`,
    );
  }
}

function addPoints(
  byLabels: Map<string, PointsOfSeries>,
  value: Value,
  timestamp: number,
): void {
  if (value.type === 'scalar') {
    seriesOf(byLabels, new Map()).push({ timestamp, value: value.value });
  } else if (value.type === 'vector') {
    value.samples.forEach(sample =>
      seriesOf(byLabels, sample.labels).push({
        timestamp,
        value: sample.value,
      }),
    );
  }
}

function seriesOf(byLabels: Map<string, PointsOfSeries>, labels: Labels) {
  const key = labelsKey(labels);
  const series = byLabels.get(key) ?? { labels, points: [] };
  byLabels.set(key, series);
  return series.points;
}
