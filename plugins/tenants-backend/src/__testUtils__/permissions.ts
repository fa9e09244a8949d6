import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { tenantReadPermission } from '@tenantry/plugin-tenants-common';
import {
  createTenantConditionalDecision,
  tenantConditions,
} from '@tenantry/plugin-tenants-node';

export const operator = 'user:default/operator';
export const engineer = 'user:default/acme-engineer';
export const stranger = 'user:default/stranger';

/** Operators may do everything, the engineer sees the tenant acme-01, others nothing. */
export const testPermissions: PermissionsService = {
  async authorize(requests, options) {
    const result = isOperator(options)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
    return requests.map(() => ({ result }));
  },
  async authorizeConditional(requests, options) {
    return requests.map(() => {
      if (isOperator(options)) {
        return { result: AuthorizeResult.ALLOW };
      }
      return userOf(options) === engineer
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
