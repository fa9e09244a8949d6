import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { readClaimMapping } from './config';
import { createSignInResolver } from './createSignInResolver';

/**
 * The stock OpenID Connect provider with our way of telling who somebody is.
 *
 * @public
 */
export const authModuleTenants = createBackendModule({
  pluginId: 'auth',
  moduleId: 'tenants',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: oidcAuthenticator,
            signInResolver: createSignInResolver(readClaimMapping(config)),
          }),
        });
      },
    });
  },
});
