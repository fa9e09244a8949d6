import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { createRegistryReader } from './RegistryReader';
import { platformFiles, tenantFile } from './__testUtils__';

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
});
