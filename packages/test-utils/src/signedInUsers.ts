import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  AuthService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The mock leaves out which plugin acts for a user, by which the permission backend tells a plugin
 * from a browser.
 */
const authWithActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): AuthService {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      return token.startsWith('mock-service-token:') &&
        auth.isPrincipal(credentials, 'user')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:test' },
          })
        : credentials;
    };
    return auth;
  },
});

/**
 * The services between a request and the permission backend as they are in a real backend. Only
 * who belongs to which group is made up.
 *
 * @param groupsOf - Entity refs of groups by entity ref of the user.
 */
export function signedInUsers(groupsOf: Record<string, string[]>) {
  return [
    authWithActors,
    httpAuthServiceFactory,
    permissionsServiceFactory,
    permissionsRegistryServiceFactory,
    createServiceFactory({
      service: coreServices.userInfo,
      deps: { auth: coreServices.auth },
      factory: ({ auth }) => ({
        async getUserInfo(credentials) {
          if (!auth.isPrincipal(credentials, 'user')) {
            throw new TypeError('These are not the credentials of a user');
          }
          const { userEntityRef } = credentials.principal;
          const groups = groupsOf[userEntityRef] ?? [];
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...groups],
          };
        },
      }),
    }),
  ];
}
