import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { tenantReadPermission } from '@tenantry/plugin-tenants-common';
import {
  createTenantConditionalDecision,
  isOwner,
  tenantConditions,
} from '@tenantry/plugin-tenants-node';

export const operator = 'user:default/operator';
export const engineer = 'user:default/acme-engineer';
export const stranger = 'user:default/stranger';

/** The rules that are registered for tenants. */
export const tenantRules = mockServices.permissionsRegistry.mock({
  getPermissionRuleset: (() => ({
    getRuleByName: () => isOwner,
  })) as unknown as PermissionsRegistryService['getPermissionRuleset'],
});

/** Operators may do everything, the engineer sees the tenant acme-01, others nothing. */
export const testPermissions: PermissionsService = {
  async authorize(requests, options) {
    const result = isOperator(options)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
    return requests.map(() => ({ result }));
  },
  async authorizeConditional(requests, options) {
    return requests.map(({ permission }) => {
      if (isOperator(options)) {
        return { result: AuthorizeResult.ALLOW };
      }
      return userOf(options) === engineer &&
        permission.name === tenantReadPermission.name
        ? createTenantConditionalDecision(
            tenantReadPermission,
            tenantConditions.isOwner({ owners: ['group:default/acme-01'] }),
          )
        : { result: AuthorizeResult.DENY };
    });
  },
};

function isOperator(options: object | undefined): boolean {
  return userOf(options) === operator;
}

function userOf(options: object | undefined): string | undefined {
  // The options of the service always hold credentials or a token; the tests use credentials.
  const { credentials } = options as { credentials: BackstageCredentials };
  const { userEntityRef } = credentials.principal as { userEntityRef?: string };
  return userEntityRef;
}
