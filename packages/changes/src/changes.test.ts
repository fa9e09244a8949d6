import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  readerOf,
  sampleFiles,
  templatesDirectory,
} from './__testUtils__/sample';
import { checkFiles } from './checkFiles';
import { prepareChange } from './prepareChange';
import { readTemplate } from './readTemplate';

const tenantFile = 'clients/acme-01/devnet/tenant.yaml';

describe('changes of the sample repository', () => {
  let repository: RepositoryFile[];

  beforeAll(async () => {
    repository = await sampleFiles();
  });

  const contentOf = (path: string) =>
    repository.find(file => file.path === path)!.content;

  async function prepare(name: string, values: Record<string, unknown>) {
    const template = await readTemplate(
      `file://${templatesDirectory}/${name}/template.yaml`,
      {
        urlReader: mockServices.urlReader.mock(),
        integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      },
    );
    return prepareChange({ template, values, reader: readerOf(repository) });
  }

  const changeAllowList = () =>
    prepare('change-allow-list', {
      client: 'acme-01',
      environments: ['devnet'],
      allowList: { devnet: ['192.0.2.0/24'] },
    });

  it('renders a change of an existing tenant, with the contents before and after', async () => {
    const change = await changeAllowList();

    expect(change.findings).toEqual([]);
    expect(change.branch).toBe('tenantry/change-allow-list/acme-01');
    expect(change.files).toContainEqual(
      expect.objectContaining({
        path: tenantFile,
        operation: 'update',
        content: expect.stringContaining('192.0.2.0/24'),
        previousContent: contentOf(tenantFile),
      }),
    );
  });

  it('makes the same change of the files of a rendered one', async () => {
    const { files } = await changeAllowList();

    const checked = await checkFiles({
      files: files.map(({ path, content }) => ({ path, content })),
      reader: readerOf(repository),
    });

    expect(checked).toEqual({ files, findings: [] });
  });

  it('tells what is wrong with values, and leaves the files out', async () => {
    const change = await prepare('change-allow-list', {
      client: 'nobody-01',
      environments: ['devnet'],
      allowList: { devnet: ['192.0.2.0/24'] },
    });

    expect(change.files).toEqual([]);
    expect(change.findings).toContainEqual(
      expect.objectContaining({ field: 'client' }),
    );
  });

  it('checks the outcome of good values by the guardrails', async () => {
    const quota = 'clients/acme-01/devnet/manifests/quota.yaml';
    repository = repository.map(file =>
      file.path === quota ? { ...file, content: 'kind: ClusterRole\n' } : file,
    );

    const { findings, files } = await changeAllowList();

    expect(findings).toContainEqual(expect.objectContaining({ file: quota }));
    expect(files).not.toEqual([]);
    repository = await sampleFiles();
  });

  it('finds out operations, and drops what is as it is wanted', async () => {
    const { files, findings } = await checkFiles({
      files: [
        { path: tenantFile, content: contentOf(tenantFile) },
        { path: 'clients/acme-01/none.yaml' },
        { path: 'clients/acme-01/client.yaml' },
        { path: 'clients/acme-01/new.yaml', content: 'a: 1\n', mode: '100755' },
      ],
      reader: readerOf(repository),
    });

    expect(files).toEqual([
      {
        path: 'clients/acme-01/client.yaml',
        operation: 'delete',
        previousContent: contentOf('clients/acme-01/client.yaml'),
      },
      {
        path: 'clients/acme-01/new.yaml',
        operation: 'create',
        content: 'a: 1\n',
        mode: '100755',
      },
    ]);
    expect(findings).not.toEqual([]);
  });

  it.each(['platform.yaml', '../outside.yaml', 'clients/acme-01/../x.yaml'])(
    'finds fault with %s',
    async path => {
      const { findings } = await checkFiles({
        files: [{ path, content: 'a: 1\n' }],
        reader: readerOf(repository),
      });
      expect(findings).toContainEqual(expect.objectContaining({ file: path }));
    },
  );

  it('finds fault with the deletion of what is no tenant’s', async () => {
    const { findings } = await checkFiles({
      files: [{ path: 'platform.yaml' }],
      reader: readerOf(repository),
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'file-place', file: 'platform.yaml' }),
    );
  });

  it('refuses a change of the whole platform', async () => {
    const files = Array.from({ length: 51 }, (_, index) => ({
      path: `clients/tenant-${index}/client.yaml`,
    }));
    await expect(
      checkFiles({ files, reader: readerOf(repository) }),
    ).rejects.toThrow('it may touch at most 50');
  });
});
