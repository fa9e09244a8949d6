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
import { answer } from '../__testUtils__/answer';
import { memoryReader } from '../__testUtils__/memoryReader';
import {
  sampleFiles,
  templatesDirectory,
} from '../__testUtils__/startSampleForge';
import { createRenderAction } from './render';

const newClient = {
  client: 'new-01',
  contacts: ['ops@new.example.com'],
  environments: ['devnet'],
};

describe('tenants:render', () => {
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  const urlReader = mockServices.urlReader.mock();
  const reader = memoryReader([]);
  const action = createRenderAction({
    reader,
    urlReader,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    permissions,
  });

  beforeAll(async () => {
    reader.readTenantFiles.mockImplementation(
      memoryReader(await sampleFiles()).readTenantFiles,
    );
  });

  beforeEach(() => {
    reader.readTenantFiles.mockClear();
    workspace.clear();
    answer(permissions, () => AuthorizeResult.ALLOW);
  });

  const contextOf = (template: string, values: JsonObject) =>
    createMockActionContext<{ values: JsonObject }>({
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: `template:default/${template}`,
        baseUrl: `file://${templatesDirectory}/${template}/template.yaml`,
      },
      input: { values },
    });
  const outputOf = (context: { output: unknown }) =>
    Object.fromEntries((context.output as jest.Mock).mock.calls);

  it('writes the rendered files into the workspace and says what they are', async () => {
    const context = contextOf('new-canton-client', newClient);

    await action.handler(context);

    expect(
      readFileSync(join(workspace.path, 'clients/new-01/client.yaml'), 'utf8'),
    ).toContain('kind: Tenant');
    const output = outputOf(context);
    expect(output).toMatchObject({
      title: 'Onboard new-01 to devnet',
      branch: 'tenantry/new-canton-client/new-01',
      deletions: [],
      pruned: '',
    });
    expect(output.files).toContainEqual({
      path: 'clients/new-01/devnet/tenant.yaml',
      operation: 'create',
    });
    expect(output.fileTable).toContain(
      '| create | clients/new-01/client.yaml |',
    );
  });

  it('renders the difference for an existing client, of the template beside', async () => {
    const context = contextOf('change-allow-list', {
      client: 'acme-01',
      environments: ['devnet'],
      allowList: { devnet: ['192.0.2.0/24'] },
    });

    await action.handler(context);

    expect(outputOf(context).files).toContainEqual({
      path: 'clients/acme-01/devnet/tenant.yaml',
      operation: 'update',
    });
    expect(existsSync(workspace.resolve('clients/acme-01/client.yaml'))).toBe(
      false,
    );
    expect(reader.readTenantFiles).toHaveBeenCalledWith(['acme-01'], {
      signal: undefined,
    });
  });

  it('lists every broken rule and writes nothing', async () => {
    const result = action.handler(
      contextOf('new-canton-client', {
        ...newClient,
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

  it('refuses who may not propose changes, before anything is read', async () => {
    answer(permissions, () => AuthorizeResult.DENY);

    await expect(
      action.handler(contextOf('new-canton-client', newClient)),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(reader.readTenantFiles).not.toHaveBeenCalled();
    expect(existsSync(join(workspace.path, 'clients'))).toBe(false);
  });

  it('needs a template', async () => {
    const context = contextOf('new-canton-client', newClient);
    context.templateInfo = undefined;

    await expect(action.handler(context)).rejects.toThrow('needs a template');
  });
});
