import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';
import { createRepositoryForge } from '../createRepositoryForge';
import { Forge } from '../Forge';
import { Wait } from '../http/createForgeFetch';
import { createRestClient } from '../http/RestClient';
import { parseRegistryAddress } from '../registryAddress';
import { GiteaApi } from './GiteaApi';

/** Creates the forge of a registry on Gitea or Forgejo. */
export function createGiteaForge(options: {
  registryUrl: string;
  integration: GiteaIntegrationConfig;
  wait?: Wait;
}): Forge {
  const { registryUrl, integration, wait } = options;
  const baseUrl = integration.baseUrl ?? `https://${integration.host}`;
  const address = parseRegistryAddress(registryUrl, baseUrl, '/src/branch/');
  const host = {
    name: integration.host,
    configKey: 'integrations.gitea',
    authorize: async () => getGiteaRequestOptions(integration).headers ?? {},
  };
  const client = createRestClient(
    host,
    `${baseUrl}/api/v1/repos/${address.project}`,
    wait,
  );
  return createRepositoryForge(new GiteaApi(client, address.branch));
}
