import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { loadTemplate, readTemplateDirectory } from '@tenantry/rendering';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { Forge, startForge } from '../forge';
import { Logger } from '../Logger';
import { PlatformAddresses, sampleRepository } from '../sample';
import { Credentials } from './credentials';
import { forgeUsers, operatorLogin } from './identities';

/** The repository that the platform is described in. */
export const gitOpsRepository = {
  owner: 'platform',
  name: 'gitops',
  defaultBranch: 'main',
};

const templateDirectory = resolvePackagePath(
  '@tenantry/local-platform',
  '../../templates/new-canton-client',
);

/**
 * Starts the forge with the GitOps repository: the one it has, or else the sample. It tells the
 * portal of every push, and signs what it tells.
 */
export async function startPlatformForge(options: {
  port: number;
  directory: string;
  portalUrl: string;
  addresses: PlatformAddresses;
  credentials: Credentials;
  logger: Logger;
}): Promise<Forge> {
  const { port, directory, portalUrl, addresses, credentials, logger } =
    options;
  const dataDirectory = join(directory, 'forge');
  return startForge({
    port,
    dataDirectory,
    repository: gitOpsRepository,
    users: forgeUsers(credentials),
    operator: operatorLogin,
    seed: (await exists(dataDirectory)) ? [] : await sample(addresses),
    webhooks: [
      {
        url: `${portalUrl}/api/events/http/gitea`,
        secret: credentials.forgeWebhook,
        events: ['push'],
      },
    ],
    portalUrl,
    logger,
  });
}

async function sample(addresses: PlatformAddresses) {
  const files = await readTemplateDirectory(templateDirectory);
  return sampleRepository(loadTemplate(files), addresses);
}

async function exists(path: string): Promise<boolean> {
  try {
    await fs.access(path);
    return true;
  } catch {
    return false;
  }
}
