import { KubernetesObject, ObjectStore } from '../kubernetes/ObjectStore';
import { timestamp } from '../kubernetes/timestamp';
import { ClusterContext } from './ClusterContext';
import { hashSuffix } from './names';

/** Something that happened to an object, as `kubectl describe` shows it. */
export interface ObjectEvent {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Who reports it, for example `kubelet`. */
  component: string;
}

const sweepMs = 10 * 60_000;
const lifetimeMs = 60 * 60_000;

/** Records an event; the same event about the same object is counted up. */
export function recordEvent(
  { store, clock }: Pick<ClusterContext, 'store' | 'clock'>,
  about: KubernetesObject,
  event: ObjectEvent,
): void {
  const { namespace = 'default', name, uid } = about.metadata;
  const now = timestamp(clock.now());
  const reference = {
    apiVersion: 'v1',
    kind: 'Event',
    namespace,
    name: `${name}.${hashSuffix([uid, event], 16)}`,
  };
  const known = store.get(reference);
  if (known) {
    const count = Number(known.count ?? 1) + 1;
    store.update({ ...known, count, lastTimestamp: now });
    return;
  }
  const { type, reason, message, component } = event;
  store.create({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: reference.name, namespace },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      namespace: about.metadata.namespace,
      name,
      uid,
      resourceVersion: about.metadata.resourceVersion,
    },
    type,
    reason,
    message,
    source: { component },
    reportingComponent: component,
    reportingInstance: '',
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  });
}

/** Deletes events an hour after they last happened, as clusters do. */
export function expireEvents({
  store,
  clock,
}: Pick<ClusterContext, 'store' | 'clock'>): () => void {
  let cancel = clock.after(sweepMs, sweep);
  function sweep() {
    const oldest = clock.now().getTime() - lifetimeMs;
    listEvents(store)
      .filter(({ lastTimestamp }) => Date.parse(String(lastTimestamp)) < oldest)
      .forEach(({ apiVersion, kind, metadata: { namespace, name } }) =>
        store.delete({ apiVersion, kind, namespace, name }),
      );
    cancel = clock.after(sweepMs, sweep);
  }
  return () => cancel();
}

function listEvents(store: ObjectStore): KubernetesObject[] {
  return store.list({ apiVersion: 'v1', kind: 'Event' });
}
