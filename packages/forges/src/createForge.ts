import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { Forge } from './Forge';
import { createGiteaForge } from './gitea';
import { createGithubForge } from './github';
import { createGitlabForge } from './gitlab';
import { Wait } from './http/createForgeFetch';

/**
 * Creates the forge that holds the registry, with address and credentials of the `integrations`
 * section: GitHub (token or app), GitLab, Gitea or Forgejo.
 *
 * @param registryUrl - address of the registry's root as the forge shows it
 * @param options.wait - how to wait for a forge that limits requests; for tests
 * @throws InputError when the host is not configured, or of a kind that is not supported.
 * @public
 */
export function createForge(
  registryUrl: string,
  integrations: ScmIntegrationRegistry,
  { wait }: { wait?: Wait } = {},
): Forge {
  const gitea = integrations.gitea.byUrl(registryUrl)?.config;
  if (gitea) {
    return createGiteaForge({ registryUrl, integration: gitea, wait });
  }
  const gitlab = integrations.gitlab.byUrl(registryUrl)?.config;
  if (gitlab) {
    return createGitlabForge({ registryUrl, integration: gitlab, wait });
  }
  const github = integrations.github.byUrl(registryUrl)?.config;
  if (github) {
    return createGithubForge({
      registryUrl,
      integration: github,
      integrations,
      wait,
    });
  }
  throw unsupported(registryUrl, integrations);
}

function unsupported(
  registryUrl: string,
  integrations: ScmIntegrationRegistry,
): InputError {
  const { host } = new URL(registryUrl);
  const other = integrations.byUrl(registryUrl);
  return new InputError(
    other
      ? `Changes can be proposed on GitHub, GitLab, Gitea and Forgejo; ${host} of tenants.registry.url is of the kind ${other.type}.`
      : `There is no integration for ${host} of tenants.registry.url; add it to integrations.github, integrations.gitlab or integrations.gitea.`,
  );
}
