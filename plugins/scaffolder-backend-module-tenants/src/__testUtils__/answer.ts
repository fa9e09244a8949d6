import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizePermissionRequest,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';

type Permissions = ReturnType<typeof mockServices.permissions.mock>;

/** Has the permission backend answer by the name of the permission and the resource. */
export function answer(
  permissions: Permissions,
  decide: (
    permission: string,
    resourceRef?: string,
  ) => DefinitivePolicyDecision['result'],
): void {
  permissions.authorize.mockImplementation(
    async (requests: AuthorizePermissionRequest[]) =>
      requests.map(({ permission, resourceRef }) => ({
        result: decide(permission.name, resourceRef),
      })),
  );
}
