import { UnseenKind } from '@tenantry/plugin-tenants-common';
import { KindAvailability, KubernetesKind } from './KubernetesKind';

/** Why no object of a kind can be seen in a cluster; `undefined` where they can. */
export function unseenKind(
  { kind, group }: KubernetesKind<unknown>,
  availability: KindAvailability,
): UnseenKind | undefined {
  switch (availability.phase) {
    case 'Absent':
      return {
        kind,
        group,
        reason: 'KindAbsent',
        message: 'The cluster does not have this kind.',
      };
    case 'Failing':
      return {
        kind,
        group,
        reason: availability.reason,
        message: availability.message,
      };
    default:
      return undefined;
  }
}
