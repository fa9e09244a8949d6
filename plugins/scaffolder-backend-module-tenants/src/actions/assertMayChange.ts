import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  tenantChangePermission,
  tenantCreatePermission,
} from '@tenantry/plugin-tenants-common';
import { TenantTemplate } from '@tenantry/rendering';

/** Who asks, and who decides. */
export interface Asking {
  permissions: PermissionsService;
  /** Of who started the task. */
  credentials: BackstageCredentials;
}

/**
 * Refuses whoever may not propose the change of a template, whatever template they found to run.
 *
 * @param options.client - the tenant that the values name, unchecked
 * @throws NotAllowedError when it is a new tenant and the answer is no explicit ALLOW.
 * @throws NotFoundError when the tenant is not theirs to change, as when there is none.
 */
export async function assertMayRender(options: {
  asking: Asking;
  operation: TenantTemplate['operation'];
  client: unknown;
}): Promise<void> {
  const { asking, operation, client } = options;
  if (operation === 'onboard') {
    if (!(await mayCreate(asking))) {
      throw new NotAllowedError('You may not propose new tenants.');
    }
  } else if (typeof client === 'string' && client !== '') {
    await assertMayChange(asking, client);
  } else {
    throw new InputError('The value "client" must name a tenant.');
  }
}

/** @throws NotFoundError when the tenant is not theirs to change, as when there is none. */
export async function assertMayChange(
  asking: Asking,
  tenant: string,
): Promise<void> {
  if ((await refusedTenants(asking, [tenant])).length > 0) {
    throw noTenant(tenant);
  }
}

/** The tenants among these that the caller may not change; those that do not exist are among them. */
export async function refusedTenants(
  { permissions, credentials }: Asking,
  tenants: readonly string[],
): Promise<string[]> {
  const decisions = await permissions.authorize(
    tenants.map(tenant => ({
      permission: tenantChangePermission,
      resourceRef: tenant,
    })),
    { credentials },
  );
  return tenants.filter(
    (_, index) => decisions[index]?.result !== AuthorizeResult.ALLOW,
  );
}

/** Whether the answer is an explicit ALLOW. */
export async function mayCreate({
  permissions,
  credentials,
}: Asking): Promise<boolean> {
  const [decision] = await permissions.authorize(
    [{ permission: tenantCreatePermission }],
    { credentials },
  );
  return decision?.result === AuthorizeResult.ALLOW;
}

export function noTenant(tenant: string): NotFoundError {
  return new NotFoundError(`There is no tenant "${tenant}".`);
}
