import { ObjectStore } from '../../kubernetes/ObjectStore';
import { Pod } from './Pod';

/**
 * What keeps the containers of a pod from being created, in the kubelet's words; undefined when
 * every Secret and key is there.
 */
export function missingSecret(
  store: ObjectStore,
  pod: Pod,
): string | undefined {
  const { initContainers = [], containers } = pod.spec;
  const references = [...initContainers, ...containers]
    .flatMap(({ env = [] }) => env)
    .flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? [])
    .filter(({ optional }) => !optional);
  for (const { name, key } of references) {
    const secret = store.get({
      apiVersion: 'v1',
      kind: 'Secret',
      namespace: pod.metadata.namespace,
      name,
    }) as { data?: Record<string, string> } | undefined;
    if (!secret) {
      return `secret "${name}" not found`;
    }
    if (!Object.hasOwn(secret.data ?? {}, key)) {
      return `couldn't find key ${key} in Secret ${pod.metadata.namespace}/${name}`;
    }
  }
  return undefined;
}
