import { KubernetesKind, NamespaceView } from '@tenantry/plugin-tenants-node';

/** Why nothing is known of an object, as opposed to that it is not there. */
export function unseen(
  kind: KubernetesKind<unknown>,
  view: NamespaceView,
  name?: string,
): { reason: string; message: string } | undefined {
  const availability = view.availability(kind);
  switch (availability.phase) {
    case 'Failing':
      return availability.only && name && !availability.only.includes(name)
        ? undefined
        : {
            reason: availability.reason,
            message: `Objects of the kind ${kind.kind} cannot be observed. ${availability.message}`,
          };
    case 'Pending':
      return {
        reason: 'NotObserved',
        message: `Objects of the kind ${kind.kind} have not been listed yet.`,
      };
    default:
      return undefined;
  }
}
