import { GitOpsDeployment } from '@tenantry/plugin-tenants-common';
import {
  booleanAt,
  KubernetesObject,
  listAt,
  numberAt,
  textAt,
} from '@tenantry/plugin-tenants-node';

const maximumHistory = 10;

/** What was applied before, newest first; the first is what runs, whatever Git has come to since. */
export function historyOf(object: KubernetesObject): GitOpsDeployment[] {
  return listAt(object, 'status', 'history')
    .flatMap(entry => deploymentOf(entry) ?? [])
    .slice(-maximumHistory)
    .reverse();
}

/** The entry of the history that an id names. */
export function historyEntry(object: KubernetesObject, id: string): unknown {
  return listAt(object, 'status', 'history').find(
    entry => deploymentOf(entry)?.id === id,
  );
}

function deploymentOf(entry: unknown): GitOpsDeployment | undefined {
  const id = numberAt(entry, 'id');
  const revision = commitOf(entry);
  const deployedAt = textAt(entry, 'deployedAt');
  const initiatedBy = initiatorOf(entry);
  return id === undefined || !revision || !deployedAt
    ? undefined
    : {
        id: String(id),
        revision,
        deployedAt,
        ...(initiatedBy && { initiatedBy }),
      };
}

function initiatorOf(entry: unknown): string | undefined {
  return booleanAt(entry, 'initiatedBy', 'automated')
    ? 'automated sync'
    : textAt(entry, 'initiatedBy', 'username');
}

/** Of several sources, charts have a version as their revision, and Git has a commit. */
function commitOf(entry: unknown): string | undefined {
  const revisions = [
    textAt(entry, 'revision'),
    ...listAt(entry, 'revisions').filter(
      (revision): revision is string => typeof revision === 'string',
    ),
  ].filter(revision => revision !== undefined);
  return (
    revisions.find(revision => /^[0-9a-f]{40,64}$/.test(revision)) ??
    revisions[0]
  );
}
