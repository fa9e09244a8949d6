import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readClientsMaySync, readOperatorGroups } from './config';
import { TenantsPermissionPolicy } from './TenantsPermissionPolicy';

/**
 * Sets the policy of the permission backend.
 *
 * @public
 */
export const permissionModuleTenants = createBackendModule({
  pluginId: 'permission',
  moduleId: 'tenants',
  register(reg) {
    reg.registerInit({
      deps: { config: coreServices.rootConfig, policy: policyExtensionPoint },
      async init({ config, policy }) {
        policy.setPolicy(
          new TenantsPermissionPolicy({
            operatorGroups: readOperatorGroups(config),
            clientsMaySync: readClientsMaySync(config),
          }),
        );
      },
    });
  },
});
