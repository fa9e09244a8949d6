import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { tenantChangePermission } from '@tenantry/plugin-tenants-common';

/**
 * Refuses whoever may not propose changes, whatever template they found to run.
 *
 * @throws NotAllowedError unless the answer is an explicit ALLOW.
 */
export async function assertMayChange(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<void> {
  const [{ result }] = await permissions.authorize(
    [{ permission: tenantChangePermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError('You may not propose changes of tenants.');
  }
}
