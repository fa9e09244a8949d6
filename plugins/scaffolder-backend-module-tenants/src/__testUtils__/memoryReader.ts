import {
  parseRegistry,
  RepositoryFile,
  TenantFilesReader,
  tenantOfPath,
} from '@tenantry/plugin-tenants-node';

/** A reader of a repository that is in memory. */
export function memoryReader(
  all: readonly RepositoryFile[],
): jest.Mocked<TenantFilesReader> {
  return {
    readTenantFiles: jest.fn(async tenants => ({
      registry: parseRegistry(all),
      etag: '1',
      files: all.filter(({ path }) =>
        tenants.includes(tenantOfPath(path) ?? ''),
      ),
    })),
  };
}
