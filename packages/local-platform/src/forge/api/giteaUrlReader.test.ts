import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  create,
  end,
  portalToken,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

describe("Backstage's Gitea integration", () => {
  let forge: TestForge;
  let reader: UrlReaderService;
  let root: string;

  beforeAll(async () => {
    forge = await startTestForge();
    root = `${forge.url}/platform/gitops/src/branch/main/`;
    reader = createReader({ username: 'portal', password: portalToken });
  });

  afterAll(async () => {
    await end(forge);
  });

  function createReader(credentials: object) {
    return UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: new ConfigReader({
        integrations: {
          gitea: [
            {
              host: new URL(forge.url).host,
              baseUrl: forge.url,
              ...credentials,
            },
          ],
        },
      }),
    });
  }

  it('reads a file', async () => {
    const response = await reader.readUrl(`${root}platform.yaml`);

    expect((await response.buffer()).toString()).toBe('kind: Platform\n');
    expect(response.etag).toMatch(/^"[0-9a-f]{40}"$/);
    expect(response.lastModifiedAt).toBeInstanceOf(Date);
  });

  it('does not find a file that is not there', async () => {
    await expect(reader.readUrl(`${root}missing.yaml`)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('reads the tree, and a folder of it', async () => {
    const tree = await (await reader.readTree(root)).files();
    const folder = await reader.readTree(`${root}clients/acme-01`);

    expect(tree.map(file => file.path).sort()).toEqual([
      'clients/acme-01/client.yaml',
      'platform.yaml',
    ]);
    expect((await folder.files()).map(file => file.path)).toEqual([
      'client.yaml',
    ]);
  });

  it('says that the tree has not changed until it has', async () => {
    const { etag } = await reader.readTree(root);
    await expect(reader.readTree(root, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });

    await forge.api('/contents', { body: { files: [create('new', 'x')] } });

    const changed = await reader.readTree(root, { etag });
    expect(changed.etag).toBe((await forge.readTree()).revision);
  });

  it('reads without credentials and with a token alone, but not with a wrong one', async () => {
    const read = (credentials: object) =>
      createReader(credentials).readUrl(`${root}platform.yaml`);

    await expect(read({})).resolves.toBeDefined();
    await expect(read({ password: portalToken })).resolves.toBeDefined();
    await expect(read({ password: 'wrong' })).rejects.toThrow('401');
  });

  it('finds a file by search, and nothing where there is none', async () => {
    const found = await reader.search(`${root}platform.yaml`);
    const missing = await reader.search(`${root}missing.yaml`);

    expect(found.files).toHaveLength(1);
    expect(missing.files).toEqual([]);
  });
});
