import { RolloutRequest } from '@tenantry/plugin-tenants-common';
import { parseRegistry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { loadTemplate, TenantOperation } from '@tenantry/rendering';
import { stringify } from 'yaml';
import { registryFiles } from '../__testUtils__';
import { planRequest } from './planRequest';

const properties = {
  client: { type: 'string' },
  environments: { type: 'array', items: { type: 'string' } },
  version: {
    type: 'string',
    'x-tenantry-recorded': 'environment.versions.splice',
  },
};

function templateFile(annotations: Record<string, string>): RepositoryFile[] {
  const content = stringify({
    metadata: { name: 'upgrade', title: 'Upgrade', annotations },
    spec: { parameters: { properties } },
  });
  return [{ path: 'template.yaml', content }];
}

const base = [
  ...templateFile({ 'tenantry.dev/template-version': '1.0.0' }),
  {
    path: 'skeleton/clients/${{ values.client }}/client.yaml',
    content: 'kind: Tenant\n',
  },
];

function template(operation: TenantOperation) {
  return operation === 'onboard'
    ? loadTemplate(base)
    : loadTemplate(
        templateFile({
          'tenantry.dev/operation': operation,
          'tenantry.dev/base-template': '../base',
        }),
        base,
      );
}

function plan(
  values: RolloutRequest['values'],
  operation: TenantOperation = 'change',
) {
  return planRequest({
    template: template(operation),
    registry: parseRegistry(registryFiles('acme-01', 'beta-02')),
    request: {
      templateRef: 'template:default/upgrade',
      environment: 'devnet',
      values,
      firstWave: [],
      waveSize: 5,
      exclude: [],
      soakMinutes: 10,
    },
  });
}

describe('planRequest', () => {
  it('plans the change of the template', () => {
    expect(plan({ version: '0.7.5' })).toEqual({
      title: 'Upgrade',
      waves: [['acme-01', 'beta-02']],
      skipped: [],
    });
  });

  it('leaves out who has it already', () => {
    expect(() => plan({ version: '0.7.4' })).toThrow(/No tenant/);
  });

  it('refuses a template that does more than change', () => {
    expect(() => plan({}, 'remove')).toThrow(
      /whose operation is remove; only a change or an update/,
    );
  });

  it.each(['client', 'environments', 'versoin'])(
    'refuses to give the value %s',
    name => {
      expect(() => plan({ [name]: 'x' })).toThrow(
        `The field "values" has "${name}"`,
      );
    },
  );
});
