import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { cp } from 'node:fs/promises';
import { stringify } from 'yaml';
import { registryFiles } from '../__testUtils__';
import { RegistryView } from '../registry/RegistryView';
import { ChangePreviewer } from './ChangePreviewer';

const credentials = mockCredentials.user();
const templateRef = 'template:default/new-canton-client';
const values = {
  client: 'new-01',
  contacts: ['ops@new.example.com'],
  environments: ['devnet'],
};
const text = { type: 'string' };
const templateYaml = stringify({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'new-canton-client',
    title: 'New client',
    annotations: { 'tenantry.dev/template-version': '1.0.0' },
  },
  spec: {
    parameters: {
      required: ['client', 'contacts', 'environments'],
      properties: {
        client: text,
        contacts: { type: 'array', items: text },
        environments: { type: 'array', items: text },
      },
    },
  },
});
const clientYaml = `apiVersion: tenantry.dev/v1alpha1
kind: Tenant
metadata:
  name: \${{ values.client }}
spec:
  title: New client
  owner: \${{ values.client }}
  contacts: \${{ values.contacts }}
  identity:
    realm: \${{ values.client }}
`;

function template(location: string): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'new-canton-client',
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-location': location },
    },
  };
}

describe('ChangePreviewer', () => {
  const directory = createMockDirectory();
  const onDisk = `file:${directory.path}/new-client/template.yaml`;

  beforeEach(() =>
    directory.setContent({
      empty: {},
      'new-client': {
        'template.yaml': templateYaml,
        skeleton: {
          clients: {
            // eslint-disable-next-line no-template-curly-in-string -- an expression of the template
            '${{ values.client }}': { 'client.yaml': clientYaml },
          },
        },
      },
    }),
  );

  async function createPreviewer(
    location: string,
    urlReader = mockServices.urlReader.mock(),
  ) {
    const registry = new RegistryView({
      logger: mockServices.logger.mock(),
      reader: {
        url: 'https://forge.example.com/',
        read: async () => ({
          registry: parseRegistry(registryFiles('acme-01')),
          etag: '1',
        }),
      },
    });
    await registry.refresh();
    return new ChangePreviewer({
      catalog: catalogServiceMock({ entities: [template(location)] }),
      urlReader,
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      registry,
    });
  }

  it('renders a template from disk for the platform of the registry', async () => {
    const previewer = await createPreviewer(onDisk);
    const preview = await previewer.preview(
      { templateRef, values },
      credentials,
    );
    expect(preview.findings).toEqual([]);
    expect(preview.files).toContainEqual(
      expect.objectContaining({
        path: 'clients/new-01/client.yaml',
        operation: 'create',
        content: expect.stringContaining('name: new-01'),
      }),
    );
  });

  it('tells what is wrong with the values, and renders nothing', async () => {
    const previewer = await createPreviewer(onDisk);
    const preview = await previewer.preview(
      { templateRef, values: { ...values, client: 'acme-01' } },
      credentials,
    );
    expect(preview.files).toEqual([]);
    expect(preview.findings).toMatchObject([{ field: 'client' }]);
  });

  it('reads a template at a forge through its integration', async () => {
    const readTree = jest.fn(async () => ({
      etag: '',
      files: async () => [],
      archive: () => Promise.reject(new Error('not needed')),
      dir: async (options?: { targetDir?: string }) => {
        const target = options!.targetDir!;
        await cp(directory.resolve('new-client'), target, { recursive: true });
        return target;
      },
    }));
    const previewer = await createPreviewer(
      'url:https://github.com/example/templates/blob/main/new-canton-client/template.yaml',
      mockServices.urlReader.mock({ readTree }),
    );
    const preview = await previewer.preview(
      { templateRef, values },
      credentials,
    );
    expect(preview.files).toHaveLength(1);
    expect(readTree).toHaveBeenCalledWith(
      'https://github.com/example/templates/tree/main/new-canton-client/',
      expect.anything(),
    );
  });

  it.each([
    ['a place that cannot be read', 'bootstrap:bootstrap', /bootstrap/],
    [
      'a folder without a template',
      `file:${directory.path}/empty/template.yaml`,
      /template\.yaml/,
    ],
  ])('refuses %s', async (_, location, message) => {
    const previewer = await createPreviewer(location);
    await expect(
      previewer.preview({ templateRef, values }, credentials),
    ).rejects.toThrow(message);
  });

  it('takes templates only, and only those of the catalog', async () => {
    const previewer = await createPreviewer(onDisk);
    const preview = (ref: string) =>
      previewer.preview({ templateRef: ref, values }, credentials);
    await expect(preview('template:default/absent')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(preview('new-canton-client')).rejects.toMatchObject({
      name: 'InputError',
    });
  });
});
