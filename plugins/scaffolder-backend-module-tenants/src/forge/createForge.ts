import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { Forge } from './Forge';
import { createGiteaForge } from './gitea';

/**
 * Creates the forge that holds the registry, with address and credentials of the `integrations`
 * section.
 *
 * @param registryUrl - address of the registry's root as the forge shows it
 * @throws InputError when the host is not configured, or of a kind that is not supported.
 */
export function createForge(
  registryUrl: string,
  integrations: ScmIntegrationRegistry,
): Forge {
  const gitea = integrations.gitea.byUrl(registryUrl);
  if (gitea) {
    return createGiteaForge({ registryUrl, integration: gitea.config });
  }
  const other = integrations.byUrl(registryUrl);
  const { host } = new URL(registryUrl);
  throw new InputError(
    other
      ? `Changes can be proposed on Gitea only; ${host} of tenants.registry.url is ${other.title} (${other.type}).`
      : `There is no integration for ${host} of tenants.registry.url; add it to integrations.gitea.`,
  );
}
