import { KubernetesObject, ObjectReference, StoreEvent } from '../ObjectStore';
import { ResourceDefinition } from '../resources';
import { EventQueue } from './EventQueue';
import { assertReferenceFits, objectKey, referenceOf } from './references';
import { ResourceRegistry } from './ResourceRegistry';

/**
 * Objects by kind and name, each change numbered and published. The objects in it are never
 * modified, only replaced: that is what lets events share them.
 */
export class ObjectTable {
  readonly registry: ResourceRegistry;
  readonly #objects = new Map<string, Map<string, KubernetesObject>>();
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
    return this.#kind(apiVersion, kind).get(objectKey(reference));
  }

  ofKind(apiVersion: string, kind: string): KubernetesObject[] {
    this.registry.definition(apiVersion, kind);
    return [...this.#kind(apiVersion, kind).values()];
  }

  all(): KubernetesObject[] {
    return [...this.#objects.values()].flatMap(kind => [...kind.values()]);
  }

  put(object: KubernetesObject): KubernetesObject {
    const kind = this.#kind(object.apiVersion, object.kind);
    const key = objectKey(referenceOf(object));
    const previous = kind.get(key);
    const stored = this.#withNextVersion(object);
    kind.set(key, stored);
    const type = previous ? 'MODIFIED' : 'ADDED';
    this.#events.publish({ type, object: stored, previous });
    return stored;
  }

  remove(object: KubernetesObject): KubernetesObject {
    const kind = this.#kind(object.apiVersion, object.kind);
    kind.delete(objectKey(referenceOf(object)));
    const removed = this.#withNextVersion(object);
    this.#events.publish({ type: 'DELETED', object: removed });
    return removed;
  }

  watch(listener: (event: StoreEvent) => void): () => void {
    return this.#events.listen(listener);
  }

  #kind(apiVersion: string, kind: string): Map<string, KubernetesObject> {
    const key = `${apiVersion} ${kind}`;
    const found = this.#objects.get(key) ?? new Map();
    this.#objects.set(key, found);
    return found;
  }

  #withNextVersion(object: KubernetesObject): KubernetesObject {
    this.#version += 1;
    const metadata = { ...object.metadata, resourceVersion: this.version };
    return { ...object, metadata };
  }
}
