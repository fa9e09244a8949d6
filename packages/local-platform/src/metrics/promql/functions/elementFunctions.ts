import { dropMetricName } from '../labels';
import { assertUniqueLabels, Sample } from '../values';
import { PromqlFunction, valueOfType } from './PromqlFunction';

const abs = elementFunction(0, 0, value => Math.abs(value));
const clampMin = elementFunction(1, 0, (value, [min]) => Math.max(value, min));
const clampMax = elementFunction(1, 0, (value, [max]) => Math.min(value, max));
const round = elementFunction(1, 1, (value, [nearest = 1]) => {
  const inverse = 1 / nearest;
  return Math.floor(value * inverse + 0.5) / inverse;
});
const timestamp: PromqlFunction = {
  parameters: ['vector'],
  resultType: 'vector',
  evaluate: ({ values: [vector], expressions, timestamp: now }) =>
    mapElements(valueOfType(vector, 'vector').samples, sample =>
      expressions[0].kind === 'vectorSelector' ? sample.timestamp : now,
    ),
};

/** Functions that turn each element of an instant vector into another value. */
export const elementFunctions: [string, PromqlFunction][] = [
  ['abs', abs],
  ['clamp_min', clampMin],
  ['clamp_max', clampMax],
  ['round', round],
  ['timestamp', timestamp],
];

function elementFunction(
  scalars: number,
  optional: number,
  compute: (value: number, parameters: number[]) => number,
): PromqlFunction {
  return {
    parameters: ['vector', ...Array<'scalar'>(scalars).fill('scalar')],
    optional,
    resultType: 'vector',
    evaluate({ values: [vector, ...rest] }) {
      const parameters = rest.map(value => valueOfType(value, 'scalar').value);
      return mapElements(valueOfType(vector, 'vector').samples, sample =>
        compute(sample.value, parameters),
      );
    },
  };
}

function mapElements(samples: Sample[], compute: (sample: Sample) => number) {
  return {
    type: 'vector' as const,
    samples: assertUniqueLabels(
      samples.map(sample => ({
        ...sample,
        labels: dropMetricName(sample.labels),
        value: compute(sample),
      })),
    ),
  };
}
