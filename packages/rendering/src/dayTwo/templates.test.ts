import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inputs } from '../__fixtures__/inputs';
import { TestRepository } from '../__fixtures__/repository';
import {
  cantonClientTemplate,
  dayTwoTemplate,
  dayTwoTemplates,
  templatesDirectory,
} from '../__fixtures__/template';
import { ParameterSchema } from '../template';

const constraints = [
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'maxItems',
  'items',
];

describe.each(dayTwoTemplates)('the template %s', name => {
  it('accepts the same values as the template for new clients', async () => {
    const { schema, base } = await dayTwoTemplate(name);
    const shared = Object.entries(schema.properties).filter(
      ([field, parameter]) =>
        field in base.schema.properties && !('const' in parameter),
    );
    const originals = shared.map(([field]) => [
      field,
      base.schema.properties[field],
    ]);

    expect(constraintsOf(Object.fromEntries(shared))).toEqual(
      constraintsOf(Object.fromEntries(originals)),
    );
  });

  it('previews itself, and refuses fields that it has not', async () => {
    const { schema } = await dayTwoTemplate(name);
    const file = join(templatesDirectory, name, 'template.yaml');
    const { metadata, spec } = parse(await readFile(file, 'utf8'));

    expect(metadata.name).toBe(name);
    expect(schema.properties.preview).toMatchObject({
      'ui:options': { templateRef: `template:default/${name}` },
    });
    expect(spec.parameters[0].propertyNames.enum).toEqual(
      Object.keys(schema.properties),
    );
  });

  it('has words for its pull request', async () => {
    expect((await dayTwoTemplate(name)).pullRequest).toBeDefined();
  });
});

it.each(Object.keys(inputs))(
  'the descriptors record everything that "%s" was rendered with',
  async input => {
    const repository = new TestRepository().merge(
      await cantonClientTemplate(),
      inputs[input],
    );
    const { client, environments } = inputs[input];
    const { findings } = repository.render(
      await dayTwoTemplate('update-client'),
      { client, environments },
    );

    expect(findings).toMatchObject([{ rule: 'no-change' }]);
  },
);

/** What each value may be; a form may say it in words of its own. */
function constraintsOf(properties: Record<string, ParameterSchema>): object {
  return Object.fromEntries(
    Object.entries(properties).map(([field, parameter]) => [
      field,
      Object.fromEntries(
        Object.entries(parameter).filter(([key]) => constraints.includes(key)),
      ),
    ]),
  );
}
