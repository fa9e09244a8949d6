import {
  DeleteOptions,
  KubernetesObject,
  ObjectReference,
} from '../ObjectStore';
import { timestamp } from '../timestamp';
import { ObjectTable } from './ObjectTable';
import { referenceOf } from './references';

/** The reference to a namespace. */
export function namespaceReference(name: string): ObjectReference {
  return { apiVersion: 'v1', kind: 'Namespace', name };
}

/**
 * Deletes objects with what hangs on them: dependents, and the content of a namespace. Listeners
 * may change the store at every step, so each step looks again at what is there.
 */
export class Deleter {
  readonly #table: ObjectTable;
  readonly #now: () => Date;

  constructor(table: ObjectTable, now: () => Date) {
    this.#table = table;
    this.#now = now;
  }

  /** Deletes the object, or marks it as being deleted while something still holds it. */
  delete(object: KubernetesObject, options?: DeleteOptions): KubernetesObject {
    if (options?.propagationPolicy === 'Orphan') {
      this.#dependentsOf(object).forEach(dependent =>
        this.#table.put(withoutOwner(dependent, object)),
      );
    }
    if (!isNamespace(object) && !hasFinalizers(object)) {
      return this.#remove(object);
    }
    const marked = this.#mark(object);
    if (isNamespace(object)) {
      this.#contentOf(object).forEach(content => this.#deleteIfThere(content));
    }
    return this.finish(object) ?? marked;
  }

  /**
   * Removes an object that is being deleted if nothing holds it any more.
   *
   * Returns undefined when it stays, or was gone already.
   */
  finish(object: KubernetesObject): KubernetesObject | undefined {
    const current = this.#table.find(referenceOf(object));
    if (!current?.metadata.deletionTimestamp || hasFinalizers(current)) {
      return undefined;
    }
    if (isNamespace(current) && this.#contentOf(current).length > 0) {
      return undefined;
    }
    return this.#remove(current);
  }

  #mark(object: KubernetesObject): KubernetesObject {
    if (object.metadata.deletionTimestamp) {
      return object;
    }
    const deletionTimestamp = timestamp(this.#now());
    const marked = {
      ...object,
      metadata: { ...object.metadata, deletionTimestamp },
    };
    return this.#table.put(
      isNamespace(object)
        ? { ...marked, status: { phase: 'Terminating' } }
        : marked,
    );
  }

  #remove(object: KubernetesObject): KubernetesObject {
    const removed = this.#table.remove(object);
    this.#dependentsOf(object).forEach(dependent =>
      this.#release(dependent, object),
    );
    const { namespace } = object.metadata;
    const parent = namespace && this.#table.find(namespaceReference(namespace));
    if (parent) {
      this.finish(parent);
    }
    return removed;
  }

  /** A dependent goes with its last owner. */
  #release(dependent: KubernetesObject, owner: KubernetesObject): void {
    if (dependent.metadata.ownerReferences?.length === 1) {
      this.#deleteIfThere(dependent);
    } else {
      this.#table.put(withoutOwner(dependent, owner));
    }
  }

  #deleteIfThere(object: KubernetesObject): void {
    const current = this.#table.find(referenceOf(object));
    if (current && current.metadata.uid === object.metadata.uid) {
      this.delete(current);
    }
  }

  #dependentsOf({ metadata: { uid } }: KubernetesObject): KubernetesObject[] {
    return this.#table
      .all()
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(owner => owner.uid === uid),
      );
  }

  #contentOf(namespace: KubernetesObject): KubernetesObject[] {
    return this.#table
      .all()
      .filter(({ metadata }) => metadata.namespace === namespace.metadata.name);
  }
}

function isNamespace({ apiVersion, kind }: KubernetesObject): boolean {
  return apiVersion === 'v1' && kind === 'Namespace';
}

function hasFinalizers({ metadata }: KubernetesObject): boolean {
  return (metadata.finalizers ?? []).length > 0;
}

function withoutOwner(
  object: KubernetesObject,
  { metadata: { uid } }: KubernetesObject,
): KubernetesObject {
  const ownerReferences = object.metadata.ownerReferences?.filter(
    owner => owner.uid !== uid,
  );
  return { ...object, metadata: { ...object.metadata, ownerReferences } };
}
