import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { GitOpsAction } from '@tenantry/plugin-tenants-common';
import {
  TenantBinding,
  tenantResourceRef,
} from '@tenantry/plugin-tenants-node';
import { asDenial } from '../audit';
import { AuthorizedTenants } from '../permissions';
import { TenantsView } from '../tenants';
import { permissionFor } from './permissions';

/** Whoever may ask something of a GitOps engine. */
export type RequesterCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

export interface GitOpsAuthorizerOptions {
  tenants: Pick<TenantsView, 'binding'>;
  authorizedTenants: Pick<AuthorizedTenants, 'get'>;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/** Decides who may ask what of the GitOps engine. */
export class GitOpsAuthorizer {
  readonly #options: GitOpsAuthorizerOptions;

  constructor(options: GitOpsAuthorizerOptions) {
    this.#options = options;
  }

  /**
   * The binding of a tenant environment, once the caller is allowed to ask for the action.
   *
   * @throws NotFoundError when there is no such tenant environment, or the caller may not see it.
   * @throws NotAllowedError when the caller may see it, but not ask for the action.
   */
  async authorize(options: {
    tenant: string;
    environment: string;
    action: GitOpsAction;
    credentials: RequesterCredentials;
  }): Promise<TenantBinding> {
    const { tenant, environment, action, credentials } = options;
    const { authorizedTenants, tenants } = this.#options;
    await authorizedTenants.get(tenant, credentials);
    const binding = tenants.binding(tenant, environment);
    if (!binding) {
      throw new NotFoundError(
        `The tenant "${tenant}" is not in an environment "${environment}".`,
      );
    }
    const permission = permissionFor[action];
    if (
      !isNamed(permission.name, credentials) ||
      !(await this.#isAllowed(action, binding, credentials))
    ) {
      throw asDenial(
        new NotAllowedError(`You need the permission ${permission.name}.`),
        { permission: permission.name, tenant },
      );
    }
    return binding;
  }

  async #isAllowed(
    action: GitOpsAction,
    { tenant, owner }: TenantBinding,
    credentials: RequesterCredentials,
  ): Promise<boolean> {
    const { permissions, permissionsRegistry } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: permissionFor[action] }],
      { credentials },
    );
    const isAllowed = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(tenantResourceRef),
    );
    return isAllowed(decision, { tenant, owner });
  }
}

/**
 * The permission framework allows services everything unless they are restricted. To change what
 * runs they have to be restricted to permissions, and this has to be one of them.
 */
function isNamed(
  permission: string,
  { principal }: RequesterCredentials,
): boolean {
  return (
    principal.type === 'user' ||
    (principal.accessRestrictions?.permissionNames ?? []).includes(permission)
  );
}
