import { KubernetesObject, ObjectStore } from '../ObjectStore';
import { referenceOf } from './references';

const lifetimeMs = 3_600_000;
const intervalMs = 60_000;
const events = { apiVersion: 'v1', kind: 'Event' };

/** Deletes old events whenever new ones come, but looks for them once a minute at most. */
export function expireEvents(store: ObjectStore, now: () => Date): void {
  let lookedAt = now().getTime();
  store.watch(({ type, object }) => {
    const time = now().getTime();
    const isNew = object.kind === events.kind && type === 'ADDED';
    if (!isNew || time - lookedAt < intervalMs) {
      return;
    }
    lookedAt = time;
    store
      .list(events)
      .filter(event => time - lastSeen(event) > lifetimeMs)
      .forEach(event => store.delete(referenceOf(event)));
  });
}

function lastSeen({ metadata, ...event }: KubernetesObject): number {
  const time = event.lastTimestamp ?? metadata.creationTimestamp;
  return Date.parse(String(time));
}
