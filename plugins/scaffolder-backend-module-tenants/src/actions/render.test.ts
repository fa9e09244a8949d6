import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { createRegistryReader } from '@tenantry/plugin-tenants-node';
import { registryUrl } from '../__testUtils__/FakeGitea';
import { registryUrlReader, templateFile } from '../__testUtils__/platform';
import { createRenderAction } from './render';

const values = {
  client: 'acme-01',
  contacts: ['ops@acme.example.com'],
  environments: ['devnet'],
};

describe('tenants:render', () => {
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  const urlReader = registryUrlReader();
  const action = createRenderAction({
    registryReader: createRegistryReader({
      config: new ConfigReader({ tenants: { registry: { url: registryUrl } } }),
      urlReader,
    }),
    urlReader,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    permissions,
  });

  beforeEach(() => {
    workspace.clear();
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
  });

  const contextOf = (input: object) =>
    createMockActionContext<{ values: JsonObject }>({
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: 'template:default/new-canton-client',
        baseUrl: `file://${templateFile}`,
      },
      input: { values: { ...values, ...input } },
    });

  it('writes the rendered files into the workspace and says what they are', async () => {
    const context = contextOf({});

    await action.handler(context);

    expect(
      readFileSync(join(workspace.path, 'clients/acme-01/client.yaml'), 'utf8'),
    ).toContain('kind: Tenant');
    expect(context.output).toHaveBeenCalledWith(
      'title',
      'Onboard acme-01 to devnet',
    );
    expect(context.output).toHaveBeenCalledWith(
      'branch',
      'tenantry/new-canton-client/acme-01',
    );
    expect(context.output).toHaveBeenCalledWith(
      'files',
      expect.arrayContaining([
        { path: 'clients/acme-01/devnet/tenant.yaml', operation: 'create' },
      ]),
    );
    expect(context.output).toHaveBeenCalledWith(
      'fileTable',
      expect.stringContaining('| create | hub/projects/acme-01.yaml |'),
    );
  });

  it('lists every broken rule and writes nothing', async () => {
    const result = action.handler(
      contextOf({
        client: 'kube-public',
        environments: ['stage'],
        title: 'Acme ${{ secrets }}',
      }),
    );

    await expect(result).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /- title \(plain-text\)[^]*- client \(tenant-name\)[^]*- environments\[0\] \(known-environment\)/,
      ),
    });
    expect(existsSync(join(workspace.path, 'clients'))).toBe(false);
  });

  it('refuses who may not propose changes', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(action.handler(contextOf({}))).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(existsSync(join(workspace.path, 'clients'))).toBe(false);
  });

  it('refuses a template of a host without an integration', async () => {
    const context = contextOf({});
    context.templateInfo!.baseUrl = 'https://unknown.example.org/template.yaml';

    await expect(action.handler(context)).rejects.toThrow(
      'There is no integration for the host of https://unknown.example.org/template.yaml.',
    );
  });
});
