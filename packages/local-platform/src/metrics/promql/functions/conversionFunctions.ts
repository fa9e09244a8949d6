import { VectorSelector } from '../expressions';
import { Labels, metricNameLabel, toLabels } from '../labels';
import { PromqlFunction, valueOfType } from './PromqlFunction';

const time: PromqlFunction = {
  parameters: [],
  resultType: 'scalar',
  evaluate: ({ timestamp }) => ({ type: 'scalar', value: timestamp }),
};

const vector: PromqlFunction = {
  parameters: ['scalar'],
  resultType: 'vector',
  evaluate: ({ values, timestamp }) => {
    const { value } = valueOfType(values[0], 'scalar');
    return {
      type: 'vector',
      samples: [{ labels: new Map(), value, timestamp }],
    };
  },
};

const scalar: PromqlFunction = {
  parameters: ['vector'],
  resultType: 'scalar',
  evaluate: ({ values }) => {
    const { samples } = valueOfType(values[0], 'vector');
    return {
      type: 'scalar',
      value: samples.length === 1 ? samples[0].value : NaN,
    };
  },
};

const absent: PromqlFunction = {
  parameters: ['vector'],
  resultType: 'vector',
  evaluate: ({ values, expressions: [expression], timestamp }) => {
    if (valueOfType(values[0], 'vector').samples.length > 0) {
      return { type: 'vector', samples: [] };
    }
    const labels =
      expression.kind === 'vectorSelector'
        ? demandedLabels(expression)
        : new Map<string, string>();
    return { type: 'vector', samples: [{ labels, value: 1, timestamp }] };
  },
};

/** Functions that make scalars of vectors, and vectors of scalars or of nothing. */
export const conversionFunctions: [string, PromqlFunction][] = [
  ['time', time],
  ['vector', vector],
  ['scalar', scalar],
  ['absent', absent],
];

/** Labels that a series would have had to have, as far as the selector says so exactly. */
function demandedLabels({ matchers }: VectorSelector): Labels {
  const uses = (label: string) =>
    matchers.filter(matcher => matcher.label === label).length;
  return toLabels(
    matchers
      .filter(
        ({ label, operator }) =>
          operator === '=' && label !== metricNameLabel && uses(label) === 1,
      )
      .map(({ label, value }) => [label, value] as const),
  );
}
