import type { JsonObject } from '@backstage/types';
import type { PlatformAddresses } from '../platform/main';
import { token } from '../platform/startFleet';

/** Backstage's configuration of a portal that serves a fleet both ways. */
export function portalConfig(options: {
  port: number;
  fleet: PlatformAddresses;
  /** Of the databases, which are no part of the memory that is measured. */
  databases: string;
}): JsonObject {
  const { port, fleet, databases } = options;
  const url = `http://localhost:${port}`;
  const forgeHost = new URL(fleet.forge).host;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: databases },
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'benchmark' } },
        ],
      },
    },
    permission: { enabled: true },
    integrations: {
      gitea: [{ host: forgeHost, baseUrl: fleet.forge, password: token }],
    },
    catalog: {
      rules: [],
      stitchingStrategy: { pollingInterval: { milliseconds: 300 } },
      // As in app-config.production.yaml.
      processingInterval: { minutes: 30 },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: fleet.clusters.map(cluster => ({
            ...cluster,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            caData: Buffer.from(fleet.caCertificate).toString('base64'),
          })),
        },
      ],
    },
    argocd: {
      username: 'unused',
      password: 'unused',
      appLocatorMethods: [
        {
          type: 'config',
          instances: [{ name: 'hub', url: fleet.argoCd, token }],
        },
      ],
    },
    proxy: {
      endpoints: {
        '/prometheus': { target: fleet.metrics, credentials: 'require' },
      },
    },
    tenants: {
      registry: { url: `${fleet.forge}/platform/gitops/src/branch/main/` },
      // The simulated metrics of thousands of tenants take their time, on a machine that is shared.
      prometheus: { url: fleet.metrics, timeout: { seconds: 30 } },
    },
  };
}
