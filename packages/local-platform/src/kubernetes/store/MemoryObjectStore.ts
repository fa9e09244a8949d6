import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { randomUUID } from 'node:crypto';
import {
  DeleteOptions,
  KubernetesObject,
  ListOptions,
  ObjectReference,
  ObjectStore,
  StoreEvent,
  WriteOptions,
} from '../ObjectStore';
import { qualifiedResource, ResourceDefinition } from '../resources';
import { copyJson } from '../copyJson';
import { timestamp } from '../timestamp';
import { withDefaults } from './defaults';
import { Deleter, namespaceReference } from './Deleter';
import { ObjectTable } from './ObjectTable';
import { referenceOf } from './references';
import { revise } from './revise';

/** See {@link ObjectStore}. */
export class MemoryObjectStore implements ObjectStore {
  readonly #table: ObjectTable;
  readonly #deleter: Deleter;
  readonly #now: () => Date;

  constructor(resources: readonly ResourceDefinition[], now: () => Date) {
    // Later than anything that an earlier run handed out: who resumes a watch of that run has to
    // list again, as after the restore of a cluster, instead of waiting for a version far away.
    this.#table = new ObjectTable(resources, now().getTime());
    this.#deleter = new Deleter(this.#table, now);
    this.#now = now;
  }

  get resources(): readonly ResourceDefinition[] {
    return this.#table.registry.definitions;
  }

  get resourceVersion(): string {
    return this.#table.version;
  }

  get(reference: ObjectReference): KubernetesObject | undefined {
    return copyJson(this.#table.find(reference));
  }

  list(options: ListOptions): KubernetesObject[] {
    return this.view(options).map(object => copyJson(object));
  }

  view(options: ListOptions): readonly KubernetesObject[] {
    const { apiVersion, kind, namespace, labels = {} } = options;
    const objects = this.#table.ofKind(apiVersion, kind, namespace);
    const wanted = Object.entries(labels);
    return wanted.length === 0
      ? objects
      : objects.filter(({ metadata }) =>
          wanted.every(([name, value]) => metadata.labels?.[name] === value),
        );
  }

  create(object: KubernetesObject, options?: WriteOptions): KubernetesObject {
    this.#assertCreatable(referenceOf(object));
    const created = withDefaults(copyJson(object));
    const { deletionTimestamp, ...metadata } = created.metadata;
    created.metadata = {
      ...metadata,
      uid: randomUUID(),
      creationTimestamp: timestamp(this.#now()),
      ...(created.spec !== undefined && { generation: 1 }),
    };
    return options?.dryRun ? created : copyJson(this.#table.put(created));
  }

  update(object: KubernetesObject, options?: WriteOptions): KubernetesObject {
    const reference = referenceOf(object);
    const current = this.#mustFind(reference);
    assertSameVersion(object, current);
    const definition = this.#definition(reference);
    const { status, ...rest } = withDefaults(copyJson(object));
    const keepsStatus =
      definition.subresources?.includes('status') || status === undefined;
    const nextStatus = keepsStatus ? current.status : status;
    return this.#replace(
      current,
      { ...rest, ...(nextStatus !== undefined && { status: nextStatus }) },
      options,
    );
  }

  updateStatus(
    reference: ObjectReference,
    status: JsonObject,
    options?: WriteOptions,
  ): KubernetesObject {
    const current = this.#mustFind(reference);
    const next = { ...current, status: copyJson(status) };
    return this.#replace(current, next, options);
  }

  delete(
    reference: ObjectReference,
    options: DeleteOptions = {},
  ): KubernetesObject | undefined {
    const object = this.#table.find(reference);
    if (!object || options.dryRun) {
      return copyJson(object);
    }
    return copyJson(this.#deleter.delete(object, options));
  }

  watch(listener: (event: StoreEvent) => void): () => void {
    return this.#table.watch(listener);
  }

  #replace(
    current: KubernetesObject,
    next: KubernetesObject,
    options?: WriteOptions,
  ): KubernetesObject {
    const revised = revise(current, next);
    if (revised === current || options?.dryRun) {
      return copyJson(revised);
    }
    const stored = this.#table.put(revised);
    return copyJson(this.#deleter.finish(stored) ?? stored);
  }

  #assertCreatable(reference: ObjectReference): void {
    const { name, namespace } = reference;
    const resource = qualifiedResource(this.#definition(reference));
    if (this.#table.find(reference)) {
      throw new ConflictError(`${resource} "${name}" already exists`);
    }
    if (namespace === undefined) {
      return;
    }
    const parent = this.#mustFind(namespaceReference(namespace));
    if (parent.metadata.deletionTimestamp) {
      throw new NotAllowedError(
        `${resource} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      );
    }
  }

  #mustFind(reference: ObjectReference): KubernetesObject {
    const found = this.#table.find(reference);
    if (!found) {
      const resource = qualifiedResource(this.#definition(reference));
      throw new NotFoundError(`${resource} "${reference.name}" not found`);
    }
    return found;
  }

  #definition({ apiVersion, kind }: ObjectReference): ResourceDefinition {
    return this.#table.registry.definition(apiVersion, kind);
  }
}

function assertSameVersion(
  { kind, metadata }: KubernetesObject,
  current: KubernetesObject,
): void {
  const { name, resourceVersion, uid } = metadata;
  const stale =
    resourceVersion && resourceVersion !== current.metadata.resourceVersion;
  if (stale || (uid && uid !== current.metadata.uid)) {
    throw new ConflictError(
      `Operation cannot be fulfilled on ${kind} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    );
  }
}
