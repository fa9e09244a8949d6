import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const clusters = ['hub', 'devnet', 'testnet', 'mainnet'];

/** Nobody listens there. */
const nowhere = 'localhost:1';

/** What `app-config.production.yaml` reads of its environment, of a platform that is away. */
export async function productionEnvironment(
  directory: string,
): Promise<Record<string, string>> {
  const credentials = join(directory, 'clusters');
  for (const name of clusters) {
    await mkdir(join(credentials, name), { recursive: true });
    await writeFile(join(credentials, name, 'token'), 'token-of-a-cluster');
    await writeFile(join(credentials, name, 'ca.crt'), '');
  }
  const servers = clusters.map(name => [
    `${name.toUpperCase()}_API_SERVER`,
    `https://${nowhere}`,
  ]);
  return {
    ...Object.fromEntries(servers),
    CLUSTER_CREDENTIALS: credentials,
    POSTGRES_HOST: 'localhost',
    POSTGRES_USER: 'portal',
    POSTGRES_PASSWORD: 'password-of-a-database',
    AUTH_SESSION_SECRET: 'secret-of-sessions-secret-of-sessions',
    AUTH_OIDC_METADATA_URL: `https://${nowhere}/.well-known/openid-configuration`,
    AUTH_OIDC_CLIENT_ID: 'portal',
    AUTH_OIDC_CLIENT_SECRET: 'secret-of-a-client',
    FORGE_HOST: nowhere,
    FORGE_USERNAME: 'portal',
    FORGE_TOKEN: 'token-of-a-forge',
    FORGE_WEBHOOK_SECRET: 'secret-of-webhooks',
    PROMETHEUS_URL: `https://${nowhere}`,
    TENANTS_REGISTRY_URL: `https://${nowhere}/platform/gitops/src/branch/main/`,
    TENANTS_RUNBOOKS_URL: 'https://docs.example.com/runbooks',
  };
}
