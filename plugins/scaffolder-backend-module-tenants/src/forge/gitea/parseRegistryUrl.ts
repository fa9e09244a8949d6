import { InputError } from '@backstage/errors';
import { GiteaRepository } from './GiteaClient';

const treePath = /^\/([\w.-]+)\/([\w.-]+)\/src\/branch\/([\w./-]+?)\/?$/;

/**
 * Reads owner, name and branch from an address such as
 * `https://gitea.example.com/platform/gitops/src/branch/main/`.
 *
 * @throws InputError when it is not the root of a branch.
 */
export function parseRegistryUrl(
  registryUrl: string,
  baseUrl: string,
): GiteaRepository {
  const path = registryUrl.startsWith(baseUrl)
    ? registryUrl.slice(baseUrl.length)
    : '';
  const match = treePath.exec(path);
  if (!match) {
    throw new InputError(
      `tenants.registry.url must be ${baseUrl}/<owner>/<repository>/src/branch/<branch>/, not ${registryUrl}.`,
    );
  }
  const [, owner, name, branch] = match;
  return { owner, name, branch };
}
