import {
  KubernetesObject,
  listAt,
  textAt,
} from '@tenantry/plugin-tenants-node';

/** The last revision that was applied. */
export interface Deployment {
  revision?: string;
  /** RFC 3339 in UTC. */
  at?: string;
}

/** The last entry of the history: what runs, whatever Git has come to since. */
export function lastDeployment(
  object: KubernetesObject,
): Deployment | undefined {
  const entry = listAt(object, 'status', 'history').at(-1);
  return entry === undefined
    ? undefined
    : { revision: commitOf(entry), at: textAt(entry, 'deployedAt') };
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
