import { KubernetesObject } from '../ObjectStore';
import { apiVersionOf, ResourceDefinition } from '../resources';
import { Call } from './ApiContext';
import { badRequest, notAcceptable } from './ApiError';
import { MediaForm, negotiate } from './negotiate';
import { toPartialMetadata, toTable } from './table';
import { toServed } from './versions';

export interface ListMetadata {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

type IncludedObject = 'None' | 'Metadata' | 'Object';

/** Gives objects in the form and version that a request asks for. */
export class Representation {
  readonly #definition: ResourceDefinition;
  readonly #form: MediaForm;
  readonly #include: IncludedObject;
  readonly #now: () => Date;

  /** @throws ApiError when the request accepts nothing that can be given. */
  constructor({ target, request, context }: Call) {
    const { accept } = request.headers;
    this.#definition = target.definition;
    this.#form = negotiate(accept);
    this.#include = readIncludedObject(request.query);
    this.#now = context.now;
    if (this.#form.as === 'discovery') {
      throw notAcceptable(String(accept));
    }
  }

  one(object: KubernetesObject): object {
    if (this.#form.as === 'table') {
      const { resourceVersion } = object.metadata;
      return this.#table([object], { resourceVersion });
    }
    return this.#form.as === 'metadata'
      ? toPartialMetadata(object)
      : toServed(object, this.#definition);
  }

  list(objects: readonly KubernetesObject[], metadata: ListMetadata): object {
    if (this.#form.as === 'table') {
      return this.#table(objects, metadata);
    }
    const isMetadata = this.#form.as === 'metadata';
    return {
      kind: isMetadata
        ? 'PartialObjectMetadataList'
        : `${this.#definition.kind}List`,
      apiVersion: isMetadata ? 'meta.k8s.io/v1' : this.#apiVersion,
      metadata,
      items: objects.map(object => this.one(object)),
    };
  }

  /** What a watch sends to say how far it has come. */
  bookmark(resourceVersion: string, annotations?: object): object {
    const metadata = { resourceVersion, creationTimestamp: null, annotations };
    if (this.#form.as === 'table') {
      return this.#table([], metadata);
    }
    return {
      kind: this.#definition.kind,
      apiVersion: this.#apiVersion,
      metadata,
    };
  }

  get #apiVersion(): string {
    return apiVersionOf(this.#definition);
  }

  #table(objects: readonly KubernetesObject[], metadata: object): object {
    return toTable(objects, {
      definition: this.#definition,
      version: this.#form.as === 'table' ? this.#form.version : 'v1',
      metadata,
      now: this.#now(),
      attach: object => this.#attachment(object),
    });
  }

  #attachment(object: KubernetesObject): object | undefined {
    if (this.#include === 'None') {
      return undefined;
    }
    return this.#include === 'Object'
      ? toServed(object, this.#definition)
      : toPartialMetadata(object);
  }
}

function readIncludedObject(query: URLSearchParams): IncludedObject {
  const value = query.get('includeObject') ?? 'Metadata';
  if (value !== 'None' && value !== 'Metadata' && value !== 'Object') {
    throw badRequest(
      `includeObject must be None, Metadata or Object, not "${value}"`,
    );
  }
  return value;
}
