import { resolve } from 'node:path';
import { sampleRepository } from '@tenantry/local-platform';
import {
  parseRegistry,
  RepositoryFile,
  TenantFilesReader,
  tenantOfPath,
} from '@tenantry/plugin-tenants-node';
import { loadTemplate, readTemplateDirectory } from '@tenantry/rendering';

/** The templates that this repository ships. */
export const templatesDirectory = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../templates',
);

/** The sample repository of the local platform. */
export async function sampleFiles(): Promise<RepositoryFile[]> {
  const onboarding = await readTemplateDirectory(
    resolve(templatesDirectory, 'new-canton-client'),
  );
  const server = (name: string) => `https://${name}.example.com`;
  return sampleRepository(loadTemplate(onboarding), {
    repositoryUrl: 'https://git.example.com/platform/gitops.git',
    apiServers: {
      hub: server('hub'),
      devnet: server('devnet'),
      testnet: server('testnet'),
      mainnet: server('mainnet'),
    },
  });
}

/** A reader of a repository that is in memory. */
export function readerOf(all: readonly RepositoryFile[]): TenantFilesReader {
  return {
    readTenantFiles: async tenants => ({
      registry: parseRegistry(all),
      etag: '1',
      files: all.filter(({ path }) =>
        tenants.includes(tenantOfPath(path) ?? ''),
      ),
    }),
  };
}
