import { PlatformAddresses, sampleRepository } from '@tenantry/local-platform';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { join, resolve } from 'node:path';
import { readTemplate } from '../commands/readTemplate';

const addresses: PlatformAddresses = {
  repositoryUrl: 'https://git.example.com/platform/gitops.git',
  apiServers: {
    hub: 'https://localhost:7110',
    devnet: 'https://localhost:7111',
    testnet: 'https://localhost:7112',
    mainnet: 'https://localhost:7113',
  },
};

/** The folder of the shipped templates. */
export const templates = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../templates',
);

/** The template that makes a new client. */
export const onboardingTemplate = () =>
  readTemplate(join(templates, 'new-canton-client'));

/** The files of the sample repository of the local platform. */
export async function sampleFiles(): Promise<RepositoryFile[]> {
  return sampleRepository(await onboardingTemplate(), addresses);
}
