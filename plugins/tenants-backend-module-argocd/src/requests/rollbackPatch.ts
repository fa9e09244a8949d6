import { ConflictError } from '@backstage/errors';
import { KubernetesObject, valueAt } from '@tenantry/plugin-tenants-node';
import { application } from '../application/Application';
import { historyEntry } from '../application/history';
import { operationPatch } from './syncPatch';

/** What of a deployment says what was applied, for one source or several. */
const fields = ['revision', 'revisions', 'source', 'sources'];

/**
 * Asks for a deployment of the history to be applied again.
 *
 * @throws ConflictError when automated sync is on, as Argo CD itself refuses then; when the history
 *   has no such deployment; when an operation runs already.
 */
export function rollbackPatch(
  object: KubernetesObject,
  deployment: string,
  requestedBy: string,
): Record<string, unknown> {
  if (application.project(object).automated) {
    throw new ConflictError(
      'Argo CD does not roll back while automated sync is on, because it would apply the head again. Revert the change in Git instead.',
    );
  }
  const entry = historyEntry(object, deployment);
  if (entry === undefined) {
    throw new ConflictError(
      `Argo CD has no deployment "${deployment}" of this Application any more. Take one of its history, or revert the change in Git.`,
    );
  }
  const target = fields
    .map(field => [field, valueAt(entry, field)] as const)
    .filter(([, value]) => value !== undefined);
  return operationPatch(object, requestedBy, {
    ...Object.fromEntries(target),
    // Hooks of an older revision are not run again, as by Argo CD's own rollback.
    syncStrategy: { apply: {} },
  });
}
