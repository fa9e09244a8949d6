import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  parseRegistry,
  RepositoryFile,
  tenantOfPath,
} from '@tenantry/plugin-tenants-node';
import { readTemplateDirectory } from '@tenantry/rendering';
import { stringify } from 'yaml';
import { registryFiles } from '../__testUtils__';
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

  let repository: RepositoryFile[];
  const readTenantFiles = jest.fn(async (tenants: readonly string[]) => ({
    registry: parseRegistry(repository),
    etag: '1',
    files: repository.filter(({ path }) =>
      tenants.includes(tenantOfPath(path) ?? ''),
    ),
  }));

  beforeEach(() => {
    repository = registryFiles('acme-01');
    readTenantFiles.mockClear();
  });

  const authorizedChanges = { require: jest.fn() };

  beforeEach(() => authorizedChanges.require.mockReset());

  function createPreviewer(
    location: string,
    urlReader = mockServices.urlReader.mock(),
  ) {
    return new ChangePreviewer({
      catalog: catalogServiceMock({ entities: [template(location)] }),
      urlReader,
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      reader: { readTenantFiles },
      authorizedChanges,
    });
  }

  it('renders a template from disk for the platform of the registry', async () => {
    const previewer = createPreviewer(onDisk);
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

  it('reads nothing of a tenant before it is known that the caller may change it', async () => {
    authorizedChanges.require.mockRejectedValue(new Error('Not yours.'));
    await expect(
      createPreviewer(onDisk).preview({ templateRef, values }, credentials),
    ).rejects.toThrow('Not yours.');
    expect(authorizedChanges.require).toHaveBeenCalledWith(
      { operation: 'onboard', client: 'new-01' },
      credentials,
    );
    expect(readTenantFiles).not.toHaveBeenCalled();
  });

  it('refuses a template that changes files of others', async () => {
    directory.addContent({
      'new-client/skeleton/clients/acme-01/note.md': 'Not new-01.',
    });
    await expect(
      createPreviewer(onDisk).preview({ templateRef, values }, credentials),
    ).rejects.toThrow(
      'clients/acme-01/note.md does not belong to the client "new-01" alone.',
    );
  });

  it('tells what is wrong with the values, and renders nothing', async () => {
    const previewer = createPreviewer(onDisk);
    const preview = await previewer.preview(
      { templateRef, values: { ...values, client: 'acme-01' } },
      credentials,
    );
    expect(preview.files).toEqual([]);
    expect(preview.findings).toMatchObject([{ field: 'client' }]);
  });

  it('reads a template at a forge through its integration', async () => {
    const files = await readTemplateDirectory(directory.resolve('new-client'));
    const readTree = jest.fn(async () => ({
      etag: '',
      files: async () =>
        files.map(({ path, content }) => ({
          path,
          content: async () => Buffer.from(content),
        })),
      archive: () => Promise.reject(new Error('not needed')),
      dir: () => Promise.reject(new Error('not needed')),
    }));
    const previewer = createPreviewer(
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
    const previewer = createPreviewer(location);
    await expect(
      previewer.preview({ templateRef, values }, credentials),
    ).rejects.toThrow(message);
  });

  it('takes templates only, and only those of the catalog', async () => {
    const previewer = createPreviewer(onDisk);
    const preview = (ref: string) =>
      previewer.preview({ templateRef: ref, values }, credentials);
    await expect(preview('template:default/absent')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(preview('new-canton-client')).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('judges the outcome by the guardrails, and shows it all the same', async () => {
    repository.push({
      path: 'clients/new-01/devnet/manifests/role.yaml',
      content: 'kind: ClusterRole\n',
    });

    const { findings, files } = await createPreviewer(onDisk).preview(
      { templateRef, values },
      credentials,
    );

    expect(findings).toContainEqual(
      expect.objectContaining({
        file: 'clients/new-01/devnet/manifests/role.yaml',
      }),
    );
    expect(files).toHaveLength(1);
    expect(readTenantFiles).toHaveBeenCalledWith(['new-01'], {
      signal: undefined,
    });
  });

  it('leaves contents out of a page that are too much for it, and of nothing else', async () => {
    directory.addContent({
      // eslint-disable-next-line no-template-curly-in-string -- an expression of the template
      'new-client/skeleton/clients/${{ values.client }}/notes.txt': 'x'.repeat(
        200_001,
      ),
    });
    const request = { templateRef, values };
    const previewer = createPreviewer(onDisk);

    const shown = await previewer.preview(request, credentials);
    const whole = await previewer.render(request, credentials);

    expect(shown.files).toEqual([
      whole.files[0],
      { path: 'clients/new-01/notes.txt', operation: 'create' },
    ]);
    expect(shown.notes).toEqual([
      expect.stringContaining('notes.txt is too large to be shown'),
    ]);
    expect(whole.files[1].content).toHaveLength(200_001);
    expect(whole.notes).toEqual([]);
  });
});
