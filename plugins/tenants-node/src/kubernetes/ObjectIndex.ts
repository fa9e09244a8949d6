import { textAt } from './fields';
import { KubernetesObject } from './KubernetesKind';

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/**
 * The projections of one kind's objects, by namespace and name. What changes it returns the
 * namespaces that it touched.
 */
export class ObjectIndex<P> {
  #namespaces = new Map<string, Map<string, P>>();

  objects(namespace: string): ReadonlyMap<string, P> {
    return this.#namespaces.get(namespace) ?? nothing;
  }

  put(object: unknown, project: (object: KubernetesObject) => P): string[] {
    const place = placeOf(object);
    if (!place) {
      return [];
    }
    const names = this.#namespaces.get(place.namespace) ?? new Map<string, P>();
    names.set(place.name, project(object as KubernetesObject));
    this.#namespaces.set(place.namespace, names);
    return [place.namespace];
  }

  remove(object: unknown): string[] {
    const place = placeOf(object);
    const names = place && this.#namespaces.get(place.namespace);
    if (!place || !names?.delete(place.name)) {
      return [];
    }
    if (names.size === 0) {
      this.#namespaces.delete(place.namespace);
    }
    return [place.namespace];
  }

  /** Forgets everything that is not among the objects. */
  replace(
    objects: readonly unknown[],
    project: (object: KubernetesObject) => P,
  ): string[] {
    const before = [...this.#namespaces.keys()];
    this.#namespaces = new Map();
    const after = objects.flatMap(object => this.put(object, project));
    return [...new Set([...before, ...after])];
  }
}

function placeOf(
  object: unknown,
): { namespace: string; name: string } | undefined {
  const name = textAt(object, 'metadata', 'name');
  const namespace = textAt(object, 'metadata', 'namespace');
  return name && namespace ? { namespace, name } : undefined;
}
