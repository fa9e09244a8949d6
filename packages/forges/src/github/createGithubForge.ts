import { ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { createRepositoryForge } from '../createRepositoryForge';
import { Forge } from '../Forge';
import { Wait } from '../http/createForgeFetch';
import { ForgeHost } from '../http/ForgeHost';
import { parseRegistryAddress } from '../registryAddress';
import { createGithubClient } from './GithubClient';
import { GithubApi } from './GithubApi';

const configKey = 'integrations.github';

/** Creates the forge of a registry on GitHub, with a token or a GitHub App of the integration. */
export function createGithubForge(options: {
  registryUrl: string;
  integration: GithubIntegrationConfig;
  integrations: ScmIntegrationRegistry;
  wait?: Wait;
}): Forge {
  const { registryUrl, integration, integrations, wait } = options;
  const baseUrl = `https://${integration.host}`;
  const address = parseRegistryAddress(registryUrl, baseUrl, '/tree/');
  const [owner, repo] = address.project.split('/');
  const host: ForgeHost = {
    name: integration.host,
    configKey,
    authorize: createAuthorize(integrations, `${baseUrl}/${address.project}`),
  };
  const baseApiUrl = integration.apiBaseUrl ?? 'https://api.github.com';
  const client = createGithubClient({ host, baseUrl: baseApiUrl, wait });
  return createRepositoryForge(
    new GithubApi(client, { owner, repo }, address.branch),
  );
}

/** Asked before each request: the token of an app lives for an hour, and the provider keeps it. */
function createAuthorize(
  integrations: ScmIntegrationRegistry,
  url: string,
): ForgeHost['authorize'] {
  const provider =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return async () => {
    const { headers } = await provider.getCredentials({ url }).catch(error => {
      throw new ServiceUnavailableError(
        `there is no token of the GitHub App in ${configKey} for ${url}; an administrator checks that the app is installed there`,
        error,
      );
    });
    return headers ?? {};
  };
}
