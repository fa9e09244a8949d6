import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';
import { baseTemplateOf } from './annotations';
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

describe('a template for existing tenants', () => {
  const base = [
    templateYaml({
      properties: {
        client: { type: 'string' },
        title: { type: 'string', 'x-tenantry-recorded': 'tenant.title' },
        preview: { type: 'null' },
      },
    }),
    skeleton,
    { path: 'pull-request.md', content: '# Onboard' },
  ];
  const descriptor = (annotations: Record<string, string>) => ({
    path: 'template.yaml',
    content: stringify({
      metadata: { name: 'change', annotations },
      spec: { parameters: step('client') },
    }),
  });
  const change = descriptor({
    'tenantry.dev/operation': 'change',
    'tenantry.dev/base-template': '../new-client',
  });

  it('renders the skeleton of the template that it names', () => {
    expect(baseTemplateOf([change])).toBe('../new-client');
    expect(loadTemplate([change], base)).toMatchObject({
      name: 'change',
      operation: 'change',
      pullRequest: undefined,
      base: {
        name: 'new-client',
        version: '1.2.3',
        skeleton: [{ source: skeleton.path }],
      },
    });
  });

  it('has no other base than a folder beside its own', () => {
    expect(baseTemplateOf(base)).toBeUndefined();
    for (const folder of [
      '/etc',
      '../../x',
      'x',
      '../..',
      'https://x',
      '../',
    ]) {
      expect(() =>
        baseTemplateOf([descriptor({ 'tenantry.dev/base-template': folder })]),
      ).toThrow('it has to name a folder beside the template');
    }
  });

  it('needs a base whose values are all recorded', () => {
    const forgetful = templateYaml(step('title'));
    expect(() => loadTemplate([change], [forgetful, skeleton])).toThrow(
      /"title" of the base template needs x-tenantry-recorded/,
    );
  });

  it.each([
    ['an unknown operation', { 'tenantry.dev/operation': 'delete' }, /one of/],
    [
      'an operation without a base',
      { 'tenantry.dev/operation': 'change' },
      /needs the annotation tenantry\.dev\/base-template/,
    ],
    [
      'a base without an operation',
      { 'tenantry.dev/base-template': '../new-client' },
      /needs the annotation tenantry\.dev\/base-template exactly/,
    ],
  ])('refuses %s', (_, annotations, message) => {
    expect(() =>
      loadTemplate([descriptor(annotations as Record<string, string>)], base),
    ).toThrow(message);
  });

  it('cannot be loaded without the files of its base', () => {
    expect(() => loadTemplate([change])).toThrow(
      'needs the files of ../new-client',
    );
  });
});
