import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { tenantFile } from '@tenantry/test-utils';
import { createRegistryReader } from './RegistryReader';
import { platformFiles } from './__testUtils__';

type ReadTree = UrlReaderService['readTree'];

describe('createRegistryReader', () => {
  const readTree = jest.fn<ReturnType<ReadTree>, Parameters<ReadTree>>();
  const urlReader = mockServices.urlReader.mock({ readTree });
  const readerOf = (url?: string) =>
    createRegistryReader({
      config: mockServices.rootConfig({
        data: { tenants: { registry: { ...(url && { url }) } } },
      }),
      urlReader,
    });

  beforeEach(() => {
    readTree.mockReset();
    readTree.mockImplementation(async (_, options) => ({
      etag: 'commit-1',
      files: async () =>
        [
          ...platformFiles(),
          tenantFile('acme-01'),
          { path: 'README.md', content: '' },
          { path: 'clients/big-01/client.yaml', content: 'x'.repeat(2 ** 21) },
        ]
          .filter(({ path, content }) =>
            options?.filter?.(path, { size: content.length }),
          )
          .map(({ path, content }) => ({
            path,
            content: async () => Buffer.from(content),
          })),
      archive: () => Promise.reject(new Error('not needed')),
      dir: () => Promise.reject(new Error('not needed')),
    }));
  });

  it.each([
    'https://forge.example.com/platform/gitops/src/branch/main',
    'https://forge.example.com/platform/gitops/src/branch/main/',
  ])('reads the repository at %s', async url => {
    const reader = readerOf(url);
    const { registry, etag } = await reader.read();
    expect(etag).toBe('commit-1');
    expect(registry.tenants.has('acme-01')).toBe(true);
    expect(reader.url).toMatch(/main\/$/);
    expect(readTree).toHaveBeenCalledWith(reader.url, expect.anything());
  });

  it('tells of a descriptor that is too large instead of reading it', async () => {
    const { registry } = await readerOf('https://forge.example.com/').read();
    expect(registry.findings).toEqual([
      {
        rule: 'size',
        file: 'clients/big-01/client.yaml',
        message: expect.stringContaining('1048576 bytes'),
      },
    ]);
  });

  it('asks with the etag, and lets "not modified" through', async () => {
    readTree.mockRejectedValue(new NotModifiedError());
    const reader = readerOf('https://forge.example.com/');
    await expect(reader.read({ etag: 'commit-1' })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
    expect(readTree.mock.calls[0][1]).toMatchObject({ etag: 'commit-1' });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    await readerOf('https://forge.example.com/').read({ signal });
    controller.abort();
    expect(readTree.mock.calls[0][1]?.signal?.aborted).toBe(true);
  });

  it('names the key that is missing in the configuration', () => {
    expect(() => readerOf()).toThrow(/tenants\.registry\.url/);
  });

  describe('of the files of tenants', () => {
    const files = (contents: Record<string, string>) =>
      readTree.mockImplementation(async (_, options) => ({
        etag: 'commit-1',
        files: async () =>
          Object.entries(contents)
            .concat(platformFiles().map(it => [it.path, it.content]))
            .filter(([path, content]) =>
              options?.filter?.(path, { size: content.length }),
            )
            .map(([path, content]) => ({
              path,
              content: async () => Buffer.from(content),
            })),
        archive: () => Promise.reject(new Error('not needed')),
        dir: () => Promise.reject(new Error('not needed')),
      }));
    const read = (...tenants: string[]) =>
      readerOf('https://forge.example.com/').readTenantFiles(tenants);

    it('reads those of the tenants that are named, and no other', async () => {
      files({
        'README.md': 'a',
        'hub/projects/acme-01.yaml': 'b',
        'hub/acme-01.yaml': 'c',
        'hub/projects/other-acme-01.yaml': 'd',
        'clients/acme-01/devnet/manifests/quota.yaml': 'e',
        'clients/acme-01/client.yaml': 'f',
        'clients/acme-010/client.yaml': 'g',
        'clients/globex/client.yaml': 'h',
      });

      const { files: found } = await read('acme-01', 'globex', 'none');

      expect(found.map(({ path, content }) => `${content} ${path}`)).toEqual([
        'f clients/acme-01/client.yaml',
        'e clients/acme-01/devnet/manifests/quota.yaml',
        'h clients/globex/client.yaml',
        'c hub/acme-01.yaml',
        'b hub/projects/acme-01.yaml',
      ]);
      await expect(read()).resolves.toMatchObject({ files: [] });
    });

    it('reads the registry of the same commit along with them', async () => {
      files({
        [tenantFile('globex').path]: tenantFile('globex').content,
        'clients/acme-01/client.yaml': 'kind: Broken',
      });

      const { registry, etag } = await read('acme-01');

      expect(etag).toBe('commit-1');
      expect([...registry.tenants.keys()]).toEqual(['globex']);
      expect(registry.findings).toContainEqual(
        expect.objectContaining({ file: 'clients/acme-01/client.yaml' }),
      );
    });

    it('refuses what cannot be read as a whole, and names every file', async () => {
      files({
        'clients/acme-01/big.yaml': 'x'.repeat(2 ** 20 + 1),
        'clients/acme-01/link.yaml': '',
      });

      await expect(read('acme-01')).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /acme-01 .*big\.yaml is larger than 1048576 bytes, .*link\.yaml is empty, or a symbolic link/,
        ),
      });
    });

    it('refuses more files than a change may touch', async () => {
      files(
        Object.fromEntries(
          Array.from({ length: 2001 }, (_, index) => [
            `clients/acme-01/${index}`,
            'x',
          ]),
        ),
      );

      await expect(read('acme-01')).rejects.toThrow('there are more than 2000');
    });

    it('gives up after 30 s, or when it is told to', async () => {
      files({});
      const controller = new AbortController();
      const timeout = jest.spyOn(AbortSignal, 'timeout');

      await readerOf('https://forge.example.com/').readTenantFiles(['a'], {
        signal: controller.signal,
      });

      controller.abort();
      expect(readTree.mock.calls[0][1]?.signal?.aborted).toBe(true);
      expect(timeout).toHaveBeenCalledWith(30_000);
      timeout.mockRestore();
    });
  });
});
