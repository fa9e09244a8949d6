import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { readClaimMapping } from './config';
import { createRecoveringOidcAuthenticator } from './createRecoveringOidcAuthenticator';
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
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ auditor, config, logger, providers }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: createRecoveringOidcAuthenticator(logger),
            signInResolver: createSignInResolver({
              mapping: readClaimMapping(config),
              auditor,
            }),
          }),
        });
      },
    });
  },
});
