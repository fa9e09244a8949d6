import type { JsonObject } from '@backstage/types';
import type { ObjectStore } from '@tenantry/local-platform';

const pod = { apiVersion: 'v1', kind: 'Pod' } as const;

/**
 * Lets the participant of a namespace crash, or be well again: what it was not before.
 *
 * @throws Error when the namespace has no such pod.
 */
export function restartPod(store: ObjectStore, namespace: string): void {
  const found = store
    .list({ ...pod, namespace })
    .find(({ metadata }) => metadata.name.startsWith('participant-'));
  if (!found) {
    throw new Error(`There is no participant in ${namespace}.`);
  }
  const status = found.status as JsonObject & {
    containerStatuses: (JsonObject & { restartCount: number })[];
  };
  const crashed = status.containerStatuses[0].ready === true;
  const { name } = found.metadata;
  store.updateStatus(
    { ...pod, namespace, name },
    {
      ...status,
      containerStatuses: status.containerStatuses.map(container => ({
        ...container,
        ready: !crashed,
        restartCount: container.restartCount + (crashed ? 1 : 0),
        state: crashed
          ? { waiting: { reason: 'CrashLoopBackOff' } }
          : { running: { startedAt: new Date().toISOString() } },
      })),
    },
  );
}
