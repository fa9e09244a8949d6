import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Find documents of types that no permission guards. A policy that denies what it does not know
 * keeps them from everybody who is not allowed everything.
 *
 * @public
 */
export const searchUnguardedReadPermission = createPermission({
  name: 'search.unguarded.read',
  attributes: { action: 'read' },
});
