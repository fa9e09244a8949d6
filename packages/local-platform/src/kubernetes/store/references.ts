import { InputError } from '@backstage/errors';
import { KubernetesObject, ObjectReference } from '../ObjectStore';
import { ResourceDefinition } from '../resources';

/** The reference to an object. */
export function referenceOf(object: KubernetesObject): ObjectReference {
  const { apiVersion, kind, metadata } = object;
  return {
    apiVersion,
    kind,
    namespace: metadata?.namespace,
    name: metadata?.name,
  };
}

/** Orders by namespace, then by name, as a cluster lists objects. */
export function compareObjects(
  one: KubernetesObject,
  other: KubernetesObject,
): number {
  const [left, right] = [objectKey(one.metadata), objectKey(other.metadata)];
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** What identifies an object among those of its kind. */
export function objectKey(
  object: Pick<ObjectReference, 'namespace' | 'name'>,
): string {
  return object.namespace ? `${object.namespace}/${object.name}` : object.name;
}

/** @throws InputError when the name is missing, or the namespace does not fit the kind. */
export function assertReferenceFits(
  { namespace, name }: ObjectReference,
  { kind, namespaced }: ResourceDefinition,
): void {
  if (!name) {
    throw new InputError(`A ${kind} needs metadata.name.`);
  }
  if (namespaced && !namespace) {
    throw new InputError(`The ${kind} "${name}" needs metadata.namespace.`);
  }
  if (!namespaced && namespace) {
    throw new InputError(
      `The ${kind} "${name}" is cluster-scoped; metadata.namespace is "${namespace}", and must be absent.`,
    );
  }
}
