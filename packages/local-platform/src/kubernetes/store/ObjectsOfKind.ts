import { KubernetesObject } from '../ObjectStore';
import { compareObjects, objectKey } from './references';

const clusterScope = '';

/**
 * The objects of one kind. What a namespace holds, and all of them in order, is at hand: a list of
 * many pages asks for it again for each page.
 */
export class ObjectsOfKind {
  readonly #namespaces = new Map<string, Map<string, KubernetesObject>>();
  readonly #ordered = new Map<string | undefined, KubernetesObject[]>();

  get(place: {
    namespace?: string;
    name: string;
  }): KubernetesObject | undefined {
    return this.#namespaces
      .get(place.namespace ?? clusterScope)
      ?.get(objectKey(place));
  }

  /** Ordered by namespace and name; of all namespaces when none is given. */
  list(namespace?: string): readonly KubernetesObject[] {
    const known = this.#ordered.get(namespace);
    if (known) {
      return known;
    }
    const ordered = this.#unordered(namespace).sort(compareObjects);
    this.#ordered.set(namespace, ordered);
    return ordered;
  }

  put(object: KubernetesObject): void {
    const { namespace = clusterScope } = object.metadata;
    const objects = this.#namespaces.get(namespace) ?? new Map();
    objects.set(objectKey(object.metadata), object);
    this.#namespaces.set(namespace, objects);
    this.#forgetOrder(namespace);
  }

  remove({ metadata }: KubernetesObject): void {
    const { namespace = clusterScope } = metadata;
    const objects = this.#namespaces.get(namespace);
    objects?.delete(objectKey(metadata));
    if (objects?.size === 0) {
      this.#namespaces.delete(namespace);
    }
    this.#forgetOrder(namespace);
  }

  #unordered(namespace: string | undefined): KubernetesObject[] {
    return namespace === undefined
      ? [...this.#namespaces.values()].flatMap(objects => [...objects.values()])
      : [...(this.#namespaces.get(namespace)?.values() ?? [])];
  }

  #forgetOrder(namespace: string): void {
    this.#ordered.delete(namespace);
    this.#ordered.delete(undefined);
  }
}
