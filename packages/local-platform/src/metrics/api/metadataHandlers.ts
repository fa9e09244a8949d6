import {
  createMatcher,
  metricNameLabel,
  parseSelector,
  Series,
} from '../promql';
import { metricFamilies } from '../simulation';
import { ApiError } from './ApiError';
import { formatLabels } from './format';
import { ApiContext, Handler } from './handlers';
import { RequestParameters } from './RequestParameters';

/** Moments at which a series is looked for between start and end. */
const probes = 12;
/** Seconds before the end, when no start is given. */
const defaultRange = 3_600;

/** `/api/v1/series` */
export const handleSeries: Handler = (parameters, context) => {
  if (parameters.all('match[]').length === 0) {
    throw new ApiError('bad_data', 'the parameter "match[]" is missing');
  }
  return seriesInRange(parameters, context)
    .slice(0, parameters.limit())
    .map(({ labels }) => formatLabels(labels));
};

/** `/api/v1/labels` */
export const handleLabels: Handler = (parameters, context) => {
  const names = seriesInRange(parameters, context).flatMap(({ labels }) => [
    ...labels.keys(),
  ]);
  return sortedUnique(names).slice(0, parameters.limit());
};

/** `/api/v1/label/<name>/values` */
export function labelValuesHandler(label: string): Handler {
  return (parameters, context) => {
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
      throw new ApiError('bad_data', `"${label}" is no label name`);
    }
    const values = seriesInRange(parameters, context).flatMap(
      ({ labels }) => labels.get(label) ?? [],
    );
    return sortedUnique(values).slice(0, parameters.limit());
  };
}

/** `/api/v1/metadata` */
export const handleMetadata: Handler = parameters => {
  const [wanted] = parameters.all('metric');
  return Object.fromEntries(
    metricFamilies
      .filter(({ name }) => !wanted || name === wanted)
      .slice(0, parameters.limit())
      .map(({ name, type, help }) => [name, [{ type, help, unit: '' }]]),
  );
};

function seriesInRange(
  parameters: RequestParameters,
  context: ApiContext,
): Series[] {
  const end = parameters.time('end', context.now());
  const start = parameters.time('start', end - defaultRange);
  const moments = Array.from(
    { length: probes },
    (_, index) => end - (index * (end - start)) / (probes - 1),
  );
  return selected(parameters.all('match[]'), context).filter(({ pointAt }) =>
    moments.some(moment => pointAt(moment) !== undefined),
  );
}

/** Series of any of the selectors, each once; all series without a selector. */
function selected(selectors: string[], { select }: ApiContext): Series[] {
  if (selectors.length === 0) {
    return select([createMatcher(metricNameLabel, '!=', '')]);
  }
  const byLabels = new Map<string, Series>();
  for (const selector of selectors) {
    for (const series of select(parseSelector(selector).matchers)) {
      byLabels.set(JSON.stringify([...series.labels]), series);
    }
  }
  return [...byLabels.values()];
}

function sortedUnique(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}
