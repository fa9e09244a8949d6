import type { KubernetesObject, ObjectStore } from '@tenantry/local-platform';
import { model, renamed, tenantName } from './fleet';

/** What one cluster holds of the model, as text, with owners before what they own. */
export interface ModelObjects {
  text: string;
  count: number;
}

/** Reads what a cluster holds of the model. */
export function readModel(store: ObjectStore): ModelObjects {
  const objects = store.resources
    .filter(({ sameAs }) => !sameAs)
    .flatMap(({ group, version, kind }) =>
      store.list({ apiVersion: group ? `${group}/${version}` : version, kind }),
    )
    .filter(({ kind, metadata }) =>
      kind === 'Namespace' || kind === 'Application' || kind === 'AppProject'
        ? isOfModel(metadata.name)
        : isOfModel(metadata.namespace ?? ''),
    );
  return { text: JSON.stringify(ownersFirst(objects)), count: objects.length };
}

/** A part of the model. */
export function onlyKinds(
  { text }: ModelObjects,
  kinds: readonly string[],
): ModelObjects {
  const objects: KubernetesObject[] = JSON.parse(text);
  const kept = objects.filter(({ kind }) => kinds.includes(kind));
  return { text: JSON.stringify(kept), count: kept.length };
}

/** Gives a cluster a copy of the model's objects for each tenant of the fleet. */
export function writeFleet(
  store: ObjectStore,
  objects: ModelObjects,
  tenants: number,
): void {
  for (let index = 0; index < tenants; index += 1) {
    writeTenant(store, JSON.parse(renamed(objects.text, tenantName(index))));
  }
}

/** The store gives each copy a new uid, by which the copies have to own each other. */
function writeTenant(store: ObjectStore, copies: KubernetesObject[]): void {
  const uids = new Map<string, string>();
  for (const copy of copies) {
    const { uid, ownerReferences, ...metadata } = copy.metadata;
    const owned = ownerReferences?.map(owner => ({
      ...owner,
      uid: uids.get(owner.uid) ?? owner.uid,
    }));
    const created = store.create({
      ...copy,
      metadata: { ...metadata, ...(owned && { ownerReferences: owned }) },
    });
    uids.set(uid!, created.metadata.uid!);
  }
}

function isOfModel(name: string): boolean {
  return name === model || name.startsWith(`${model}-`);
}

function ownersFirst(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const byUid = new Map(objects.map(object => [object.metadata.uid, object]));
  const depth = ({ kind, metadata }: KubernetesObject): number => {
    const owners = (metadata.ownerReferences ?? [])
      .flatMap(({ uid }) => byUid.get(uid) ?? [])
      .map(depth);
    return kind === 'Namespace' ? -1 : Math.max(0, ...owners.map(d => d + 1));
  };
  return [...objects].sort((left, right) => depth(left) - depth(right));
}
