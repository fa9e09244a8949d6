import { randomBytes } from 'node:crypto';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { ownedBy } from '../names';

/**
 * Creates a Secret with invented values, owned by another object; one that exists with these keys
 * keeps its values. The values are never logged and never leave the cluster's store.
 */
export function inventedSecret(
  store: ObjectStore,
  owner: KubernetesObject,
  options: { name: string; type: string; keys: readonly string[] },
): void {
  const { name, type, keys } = options;
  const { namespace } = owner.metadata;
  const reference = { apiVersion: 'v1', kind: 'Secret', namespace, name };
  const existing = store.get(reference) as
    | { data?: Record<string, string> }
    | undefined;
  const value = (key: string) =>
    existing?.data?.[key] ??
    Buffer.from(randomBytes(24).toString('base64url')).toString('base64');
  const secret: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, ownerReferences: ownedBy(owner) },
    type,
    data: Object.fromEntries(keys.map(key => [key, value(key)])),
  };
  if (existing) {
    store.update(secret);
  } else {
    store.create(secret);
  }
}
