import { ForwardedError } from '@backstage/errors';
import { parseRegistry, Registry } from '@tenantry/plugin-tenants-node';
import { stat } from 'node:fs/promises';
import { readGitDescriptors } from './readGitDescriptors';
import { readRepository } from './readRepository';

/**
 * Reads the registry that a repository is compared with: at a commit of the repository, or in
 * another directory.
 *
 * @throws Error when there is no such commit or directory, or no platform in it.
 */
export async function readBase(
  base: string,
  repository: string,
): Promise<Registry> {
  const files = (await isDirectory(base))
    ? await readRepository(base)
    : await readGitDescriptors(repository, base);
  try {
    return parseRegistry(files);
  } catch (error) {
    throw new ForwardedError(`The base ${base} cannot be compared with`, error);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
