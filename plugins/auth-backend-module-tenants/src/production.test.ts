import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readClaimMapping } from './config';

const root = resolve(__dirname, '../../..');
const files = ['app-config.yaml', 'app-config.production.yaml'];

const credentials = createMockDirectory({
  content: Object.fromEntries(
    ['hub', 'devnet', 'testnet', 'mainnet'].map(cluster => [
      `${cluster}/token`,
      'a token',
    ]),
  ),
});

/** The configuration of the example portal for a real platform. */
async function productionConfig() {
  return ConfigSources.toConfig(
    ConfigSources.merge(
      files.map(file =>
        FileConfigSource.create({
          path: resolve(root, file),
          substitutionFunc: async name =>
            name === 'CLUSTER_CREDENTIALS'
              ? credentials.path
              : `value-of-${name}`,
        }),
      ),
    ),
  );
}

describe('the portal on a real platform', () => {
  it('has no other sign-in than the one of the identity provider', async () => {
    const config = await productionConfig();
    expect(config.getString('auth.environment')).toBe('production');
    const providers = config.getConfig('auth.providers');
    expect(providers.keys()).toEqual(['oidc']);
    expect(providers.getConfig('oidc').keys()).toEqual(['production']);
    expect(providers.has('oidc.production.signIn')).toBe(false);
  });

  it('lets no token in but those that it issues', async () => {
    const config = await productionConfig();
    expect(config.getConfigArray('backend.auth.externalAccess')).toEqual([]);
    expect(config.has('backend.auth.dangerouslyDisableDefaultAuthPolicy')).toBe(
      false,
    );
    expect(config.getBoolean('permission.enabled')).toBe(true);
  });

  it('asks for the claims anew every 15 minutes', async () => {
    const config = await productionConfig();
    expect(config.get('auth.backstageTokenExpiration')).toEqual({
      minutes: 15,
    });
    expect(() => readClaimMapping(config)).not.toThrow();
  });

  it('is built with one sign-in module, and none for guests', async () => {
    const backend = await readFile(
      resolve(root, 'packages/backend/src/index.ts'),
      'utf8',
    );
    const modules = backend.match(/[^']*auth-backend-module[^']*/g);
    expect(modules).toEqual(['@tenantry/plugin-auth-backend-module-tenants']);
  });
});
