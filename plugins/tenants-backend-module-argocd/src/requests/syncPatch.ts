import { ConflictError } from '@backstage/errors';
import {
  booleanAt,
  KubernetesObject,
  listAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { isBusy } from '../application/operation';

/**
 * Asks for a sync to the revision that the Application targets, with the options of its sync
 * policy, see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-kubectl.
 *
 * @throws ConflictError when an operation runs already.
 */
export function syncPatch(
  object: KubernetesObject,
  requestedBy: string,
): Record<string, unknown> {
  return operationPatch(object, requestedBy, {});
}

/** An operation on top of the options of the sync policy. */
export function operationPatch(
  object: KubernetesObject,
  requestedBy: string,
  sync: Record<string, unknown>,
): Record<string, unknown> {
  if (isBusy(object)) {
    throw new ConflictError(
      'Argo CD is busy with another operation on this Application. Wait for its end, or terminate it in Argo CD.',
    );
  }
  const at = (...path: string[]) =>
    valueAt(object, 'spec', 'syncPolicy', ...path);
  const syncOptions = listAt(object, 'spec', 'syncPolicy', 'syncOptions');
  const retry = at('retry');
  return {
    operation: {
      initiatedBy: { username: requestedBy },
      sync: {
        prune: booleanAt(at('automated'), 'prune') ?? false,
        ...(syncOptions.length > 0 && { syncOptions }),
        ...sync,
      },
      ...(retry !== undefined && { retry }),
    },
  };
}
