import { KubernetesObject, ObjectReference, StoreEvent } from '../ObjectStore';
import { ResourceDefinition } from '../resources';
import { EventQueue } from './EventQueue';
import { ObjectsOfKind } from './ObjectsOfKind';
import { assertReferenceFits, referenceOf } from './references';
import { ResourceRegistry } from './ResourceRegistry';

/**
 * Objects by kind and name, each change numbered and published. The objects in it are never
 * modified, only replaced: that is what lets events share them.
 */
export class ObjectTable {
  readonly registry: ResourceRegistry;
  readonly #objects = new Map<string, ObjectsOfKind>();
  readonly #events = new EventQueue();
  #version: number;

  constructor(resources: readonly ResourceDefinition[], firstVersion: number) {
    this.registry = new ResourceRegistry(resources);
    this.#version = firstVersion;
  }

  get version(): string {
    return String(this.#version);
  }

  find(reference: ObjectReference): KubernetesObject | undefined {
    const { apiVersion, kind } = reference;
    assertReferenceFits(reference, this.registry.definition(apiVersion, kind));
    return this.#kind(apiVersion, kind).get(reference);
  }

  /** Ordered by namespace and name; of all namespaces when none is given. */
  ofKind(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): readonly KubernetesObject[] {
    this.registry.definition(apiVersion, kind);
    return this.#kind(apiVersion, kind).list(namespace);
  }

  all(): KubernetesObject[] {
    return [...this.#objects.values()].flatMap(kind => kind.list());
  }

  put(object: KubernetesObject): KubernetesObject {
    const kind = this.#kind(object.apiVersion, object.kind);
    const previous = kind.get(referenceOf(object));
    const stored = this.#withNextVersion(object);
    kind.put(stored);
    const type = previous ? 'MODIFIED' : 'ADDED';
    this.#events.publish({ type, object: stored, previous });
    return stored;
  }

  remove(object: KubernetesObject): KubernetesObject {
    const kind = this.#kind(object.apiVersion, object.kind);
    kind.remove(object);
    const removed = this.#withNextVersion(object);
    this.#events.publish({ type: 'DELETED', object: removed });
    return removed;
  }

  watch(listener: (event: StoreEvent) => void): () => void {
    return this.#events.listen(listener);
  }

  #kind(apiVersion: string, kind: string): ObjectsOfKind {
    const key = `${apiVersion} ${kind}`;
    const found = this.#objects.get(key) ?? new ObjectsOfKind();
    this.#objects.set(key, found);
    return found;
  }

  #withNextVersion(object: KubernetesObject): KubernetesObject {
    this.#version += 1;
    const metadata = { ...object.metadata, resourceVersion: this.version };
    return { ...object, metadata };
  }
}
