import { textAt } from './fields';
import { KubernetesKind, KubernetesObject } from './KubernetesKind';
import { ReceivedJson } from './responseBody';

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** API servers store no larger objects; what comes larger all the same is not looked at. */
export const maximumObjectBytes = 2 * 1024 * 1024;

/** Where an object is in its cluster. */
export interface ObjectPlace {
  namespace: string;
  name: string;
}

/**
 * The projections of one kind's objects, by namespace and name.
 */
export class ObjectIndex<P> {
  readonly #kind: KubernetesKind<P>;
  readonly #namespaces = new Map<string, Map<string, P>>();
  readonly #tooLarge = new Map<string, Set<string>>();

  constructor(kind: KubernetesKind<P>) {
    this.#kind = kind;
  }

  get size(): number {
    return [...this.#namespaces.values()].reduce(
      (size, names) => size + names.size,
      0,
    );
  }

  objects(namespace: string): ReadonlyMap<string, P> {
    return this.#namespaces.get(namespace) ?? nothing;
  }

  /** Names of the objects that are there, but too large to be looked at. */
  tooLarge(namespace: string): string[] {
    return [...(this.#tooLarge.get(namespace) ?? [])];
  }

  /** The namespaces that have objects. */
  namespaces(): string[] {
    return [...this.#namespaces.keys(), ...this.#tooLarge.keys()];
  }

  /** Returns where the object is; `undefined` when it is in no namespace. */
  put({ value: object, bytes }: ReceivedJson): ObjectPlace | undefined {
    const place = placeOf(object);
    if (!place) {
      return undefined;
    }
    if (bytes > maximumObjectBytes) {
      this.#forget(place);
      add(this.#tooLarge, place.namespace, new Set()).add(place.name);
      return place;
    }
    this.#readAgain(place);
    const names = add(this.#namespaces, place.namespace, new Map<string, P>());
    names.set(place.name, this.#kind.project(object as KubernetesObject));
    if (names.size > (this.#kind.maximumInNamespace ?? Infinity)) {
      names.delete(names.keys().next().value!);
    }
    return place;
  }

  /** Returns where the object was that was removed; `undefined` when there was none. */
  remove(object: unknown): ObjectPlace | undefined {
    const place = placeOf(object);
    if (!place) {
      return undefined;
    }
    const removed = [this.#forget(place), this.#readAgain(place)];
    return removed.includes(true) ? place : undefined;
  }

  #forget({ namespace, name }: ObjectPlace): boolean {
    const names = this.#namespaces.get(namespace);
    const removed = names?.delete(name) ?? false;
    if (names?.size === 0) {
      this.#namespaces.delete(namespace);
    }
    return removed;
  }

  /** Whether it was too large before. */
  #readAgain({ namespace, name }: ObjectPlace): boolean {
    const names = this.#tooLarge.get(namespace);
    const removed = names?.delete(name) ?? false;
    if (names?.size === 0) {
      this.#tooLarge.delete(namespace);
    }
    return removed;
  }
}

function placeOf(object: unknown): ObjectPlace | undefined {
  const name = textAt(object, 'metadata', 'name');
  const namespace = textAt(object, 'metadata', 'namespace');
  return name && namespace ? { namespace, name } : undefined;
}

/** The entry of a key, after adding it where there was none. */
function add<V>(map: Map<string, V>, key: string, empty: V): V {
  const value = map.get(key) ?? empty;
  map.set(key, value);
  return value;
}
