import { instantQuery, PointsOfSeries, rangeQuery, Value } from '../promql';
import { ApiError } from './ApiError';
import { formatLabels, formatPoint } from './format';
import { ApiContext, Handler } from './handlers';
import { RequestParameters } from './RequestParameters';

/** Most points of one series in an answer, as in Prometheus. */
const maximumPoints = 11_000;
/** Longest time that a query may take, in seconds. */
const maximumTimeout = 10;

/** `/api/v1/query` */
export const handleQuery: Handler = (parameters, context) => {
  const timestamp = parameters.time('time', context.now());
  const options = queryOptions(parameters, context);
  return toResult(instantQuery({ ...options, timestamp }), timestamp);
};

/** `/api/v1/query_range` */
export const handleQueryRange: Handler = async (parameters, context) => {
  const start = parameters.time('start');
  const end = parameters.time('end');
  const step = parameters.duration('step');
  if (end < start) {
    throw new ApiError('bad_data', 'the end lies before the start');
  }
  if ((end - start) / step > maximumPoints) {
    throw new ApiError(
      'bad_data',
      `the range has more than ${maximumPoints} steps; choose a longer step`,
    );
  }
  const options = queryOptions(parameters, context);
  const matrix = await rangeQuery({ ...options, start, end, step });
  return { resultType: 'matrix', result: matrix.map(formatSeries) };
};

function queryOptions(parameters: RequestParameters, context: ApiContext) {
  const timeout = parameters.duration('timeout', maximumTimeout);
  return {
    query: parameters.required('query'),
    select: context.select,
    timeoutMs: Math.min(timeout, maximumTimeout) * 1000,
  };
}

function toResult(value: Value, timestamp: number) {
  switch (value.type) {
    case 'scalar':
      return {
        resultType: 'scalar',
        result: formatPoint({ timestamp, value: value.value }),
      };
    case 'string':
      return { resultType: 'string', result: [timestamp, value.value] };
    case 'vector':
      return {
        resultType: 'vector',
        result: value.samples.map(sample => ({
          metric: formatLabels(sample.labels),
          value: formatPoint({ timestamp, value: sample.value }),
        })),
      };
    default:
      return {
        resultType: 'matrix',
        result: value.series.map(formatSeries),
      };
  }
}

function formatSeries({ labels, points }: PointsOfSeries) {
  return { metric: formatLabels(labels), values: points.map(formatPoint) };
}
