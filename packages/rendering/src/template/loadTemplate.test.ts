import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';
import { loadTemplate } from './loadTemplate';

const skeleton = {
  path: 'skeleton/clients/${{ values.client }}/client.yaml',
  content: 'name: ${{ values.client }}\n',
};

function templateYaml(parameters: unknown, version = '1.2.3'): RepositoryFile {
  return {
    path: 'template.yaml',
    content: stringify({
      kind: 'Template',
      metadata: {
        name: 'new-client',
        annotations: { 'tenantry.dev/template-version': version },
      },
      spec: { parameters },
    }),
  };
}

const step = (name: string, required: string[] = []) => ({
  title: name,
  required,
  properties: { [name]: { type: 'string', 'ui:field': 'Field' } },
});

describe('loadTemplate', () => {
  it('merges the steps of the form into one schema', () => {
    const template = loadTemplate([
      templateYaml([step('client', ['client']), step('title')]),
      skeleton,
    ]);

    expect(template).toMatchObject({
      name: 'new-client',
      title: 'new-client',
      operation: 'onboard',
      base: { name: 'new-client', version: '1.2.3' },
      schema: {
        additionalProperties: false,
        required: ['client'],
        properties: { client: { type: 'string' }, title: { type: 'string' } },
      },
    });
  });

  it('takes a form of one step', () => {
    const { schema } = loadTemplate([templateYaml(step('client')), skeleton]);
    expect(Object.keys(schema.properties)).toEqual(['client']);
  });

  it('knows which files are rendered for each environment', () => {
    const path =
      'skeleton/clients/${{ values.client }}/${{ environment.name }}/tenant.yaml';
    const template = loadTemplate([
      templateYaml(step('client')),
      skeleton,
      { path, content: '' },
    ]);

    expect(
      template.base.skeleton.map(({ source, perEnvironment }) => [
        source,
        perEnvironment,
      ]),
    ).toEqual([
      [path, true],
      [skeleton.path, false],
    ]);
  });

  it.each<[string, RepositoryFile[], RegExp]>([
    ['no template.yaml', [skeleton], /no template\.yaml/],
    ['no skeleton', [templateYaml(step('client'))], /no files under skeleton/],
    [
      'a template.yaml that is no YAML',
      [{ path: 'template.yaml', content: 'a: [' }, skeleton],
      /no valid YAML/,
    ],
    [
      'a template.yaml that is a list',
      [{ path: 'template.yaml', content: '- a' }, skeleton],
      /holds no object/,
    ],
    [
      'a version that is none',
      [templateYaml(step('client'), 'latest'), skeleton],
      /tenantry\.dev\/template-version/,
    ],
    [
      'no parameters',
      [templateYaml(undefined), skeleton],
      /without properties/,
    ],
    [
      'a property in two steps',
      [templateYaml([step('client'), step('client')]), skeleton],
      /"client" twice/,
    ],
    [
      'a condition on a step',
      [templateYaml({ ...step('client'), allOf: [] }), skeleton],
      /"allOf"/,
    ],
    [
      'a skeleton that is no template',
      [templateYaml(step('client')), { ...skeleton, content: '{% for %}' }],
      /skeleton\/clients.* cannot be read/,
    ],
  ])('refuses %s', (_, files, message) => {
    expect(() => loadTemplate(files)).toThrow(message);
  });
});
