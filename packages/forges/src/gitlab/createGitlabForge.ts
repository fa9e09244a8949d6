import {
  getGitLabRequestOptions,
  GitLabIntegrationConfig,
} from '@backstage/integration';
import { createRepositoryForge } from '../createRepositoryForge';
import { Forge } from '../Forge';
import { Wait } from '../http/createForgeFetch';
import { createRestClient } from '../http/RestClient';
import { parseRegistryAddress } from '../registryAddress';
import { GitlabApi } from './GitlabApi';

/** Creates the forge of a registry on GitLab. */
export function createGitlabForge(options: {
  registryUrl: string;
  integration: GitLabIntegrationConfig;
  wait?: Wait;
}): Forge {
  const { registryUrl, integration, wait } = options;
  const { baseUrl, apiBaseUrl } = integration;
  const address = parseRegistryAddress(registryUrl, baseUrl, '/-/tree/');
  const host = {
    name: integration.host,
    configKey: 'integrations.gitlab',
    authorize: async () => getGitLabRequestOptions(integration).headers,
  };
  const client = createRestClient(
    host,
    `${apiBaseUrl}/projects/${encodeURIComponent(address.project)}`,
    wait,
  );
  return createRepositoryForge(new GitlabApi(client, address.branch));
}
