import { InputError } from '@backstage/errors';

/** Where the registry is on its host. */
export interface RegistryAddress {
  /** Owner and name; on GitLab the groups and the name. */
  project: string;
  /** Branch of the registry. */
  branch: string;
}

/**
 * Reads the repository and the branch from an address such as
 * `https://gitea.example.com/platform/gitops/src/branch/main/`.
 *
 * @param baseUrl - address of the host, without a trailing slash
 * @param tree - what stands between repository and branch, for example `/src/branch/`
 * @throws InputError when it is not the root of a branch.
 */
export function parseRegistryAddress(
  registryUrl: string,
  baseUrl: string,
  tree: string,
): RegistryAddress {
  const prefix = `${baseUrl}/`;
  const [project, branch, ...rest] = registryUrl.startsWith(prefix)
    ? registryUrl.slice(prefix.length).replace(/\/$/, '').split(tree)
    : [];
  if (
    rest.length > 0 ||
    !/^[\w.-]+(\/[\w.-]+)+$/.test(project ?? '') ||
    !/^[\w.-]+(\/[\w.-]+)*$/.test(branch ?? '')
  ) {
    throw new InputError(
      `tenants.registry.url must be ${prefix}<owner>/<repository>${tree}<branch>/, not ${registryUrl}.`,
    );
  }
  return { project, branch };
}
