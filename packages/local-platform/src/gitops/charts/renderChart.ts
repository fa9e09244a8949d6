import { InputError } from '@backstage/errors';
import Ajv from 'ajv';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { Chart, ChartRelease } from './Chart';
import { spliceParticipant } from './spliceParticipant';
import { spliceValidator } from './spliceValidator';

const charts: Readonly<Record<string, Chart>> = {
  'splice-participant': spliceParticipant,
  'splice-validator': spliceValidator,
};

const ajv = new Ajv({ allErrors: true, strict: false });

/**
 * Renders a simulated chart.
 *
 * @throws InputError when there is no such chart or version, or when the values break its schema.
 */
export function renderChart(release: ChartRelease): KubernetesObject[] {
  const { chart: name, version, values } = release;
  if (!Object.hasOwn(charts, name) || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new InputError(
      `helm pull failed: chart "${name}" version "${version}" not found; this platform has ${Object.keys(
        charts,
      ).join(' and ')}`,
    );
  }
  const chart = charts[name];
  const validate = ajv.compile(chart.valuesSchema);
  if (!validate(values)) {
    const problems = (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `- ${instancePath || '(root)'}: ${message} ${details(params)}`.trim(),
    );
    throw new InputError(
      `helm template failed: values don't meet the specifications of the schema(s) in the following chart(s): ${name}: ${problems.join(
        ' ',
      )}`,
    );
  }
  return chart.render(release);
}

function details(params: { additionalProperty?: string }): string {
  return params.additionalProperty ? `(${params.additionalProperty})` : '';
}
