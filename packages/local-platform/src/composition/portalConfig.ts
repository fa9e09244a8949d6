import { JsonObject } from '@backstage/types';
import { PlatformAccess } from './PlatformAccess';

/** The Backstage configuration of everything that the portal has to know of this platform. */
export function portalConfig(access: PlatformAccess): JsonObject {
  const { forge, metrics, identityProvider, clusters } = access;
  const forgeHost = new URL(forge.url).host;
  return {
    integrations: {
      gitea: [
        { host: forgeHost, baseUrl: forge.url, password: forge.portalToken },
      ],
    },
    events: { modules: { gitea: { webhookSecret: forge.webhookSecret } } },
    reading: { allow: [{ host: forgeHost }] },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: access.clusterReaderToken,
            // No metrics server runs there.
            skipMetricsLookup: true,
            caData: Buffer.from(access.caCertificate).toString('base64'),
          })),
        },
      ],
    },
    tenants: {
      registry: { url: `${forge.url}/${forge.repository}/src/branch/main/` },
      // A new tenant is to be seen healthy as soon as its metrics say so.
      prometheus: { url: metrics.url, interval: { seconds: 5 } },
    },
    auth: {
      environment: 'development',
      providers: {
        oidc: {
          development: {
            metadataUrl: `${identityProvider.url}/.well-known/openid-configuration`,
            clientId: identityProvider.clientId,
            clientSecret: identityProvider.clientSecret,
            // Asks each time who it is, so that one browser can try several users.
            prompt: 'login',
          },
        },
      },
    },
  };
}
