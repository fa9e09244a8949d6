import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { inputs } from '../__fixtures__/inputs';
import { renderInput } from '../__fixtures__/renderInput';
import { cantonClientDirectory } from '../__fixtures__/template';
import { isObject } from '../isObject';
import { parseYamlFile } from '../output';

/** What the charts' own values files set beneath ours, as far as the schemas require it. */
const chartDefaults = {
  participant: {
    imageRepo: 'ghcr.io/digital-asset/decentralized-canton-sync/docker',
    imageName: 'canton-participant',
    defaultJvmOptions: '-XX:+UseG1GC',
    securityContexts: { pod: {}, participant: {}, persistence: {} },
  },
  validator: {
    imageRepo: 'ghcr.io/digital-asset/decentralized-canton-sync/docker',
    imageName: 'validator-app',
    defaultJvmOptions: '-XX:+UseG1GC',
    svValidator: false,
    securityContexts: {
      pod: {},
      containers: {
        validator: {},
        ansWebUi: {},
        walletWebUi: {},
        persistence: {},
      },
    },
  },
};

const ajv = new Ajv2020({ strict: false, allErrors: true });

async function compileSchema(chart: string) {
  const file = join(cantonClientDirectory, 'schemas', `splice-${chart}.json`);
  const { $schema, ...schema } = JSON.parse(await readFile(file, 'utf8'));
  return ajv.compile(schema);
}

describe.each(Object.keys(chartDefaults) as (keyof typeof chartDefaults)[])(
  'the values of the chart splice-%s',
  chart => {
    it.each(Object.keys(inputs))('keep its schema: %s', async name => {
      const validate = await compileSchema(chart);
      const files = await renderInput(name);
      const values = files
        .filter(({ path }) => path.endsWith(`/values/${chart}.yaml`))
        .map(({ content }) => parseYamlFile(content!)[0] as object);

      expect(values.length).toBeGreaterThan(0);
      for (const overlay of values) {
        validate(merged(chartDefaults[chart], overlay));
        expect(validate.errors).toBeNull();
      }
    });

    it('would not keep it with a value of the wrong type', async () => {
      const validate = await compileSchema(chart);
      expect(validate({ ...chartDefaults[chart], persistence: 7 })).toBe(false);
    });
  },
);

/** Values over the chart's own, key by key as Helm does it. */
function merged(defaults: object, overlay: object): object {
  const entries = Object.entries(overlay).map(([key, value]) => {
    const below = (defaults as Record<string, unknown>)[key];
    return [
      key,
      isObject(below) && isObject(value) ? merged(below, value) : value,
    ];
  });
  return { ...defaults, ...Object.fromEntries(entries) };
}
