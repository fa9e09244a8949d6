import { textAt } from './fields';
import { KubernetesApiError, KubernetesClient } from './KubernetesClient';
import { collectionPath, KubernetesKind } from './KubernetesKind';
import { pace } from '../pace';
import { ReceivedJson } from './responseBody';

export interface ListObjectsOptions<T> {
  client: KubernetesClient;
  kind: KubernetesKind<unknown>;
  /** Versions to try, the preferred one first. */
  versions: readonly string[];
  namespace?: string;
  signal: AbortSignal;
  pageTimeoutMs: number;
  /** Makes what the objects go into; anew when listing has to begin again. */
  begin(): T;
  add(target: T, object: ReceivedJson): void;
}

export interface ObjectList<T> {
  /** Path of the collection in the version that the cluster serves. */
  path: string;
  /** What all objects went into. */
  objects: T;
  /** Where a watch goes on. */
  resourceVersion: string;
}

const pageSize = 500;
const maximumPages = 2_000;
/** How often listing begins again because the cluster has forgotten where it was. */
const maximumAttempts = 3;

/**
 * Lists all objects of a kind in the first of the versions that the cluster serves; `undefined`
 * when it serves none.
 *
 * @throws KubernetesApiError when the cluster refuses.
 * @throws Error when the answer is something else than a list, which is not the same as empty.
 */
export async function listObjects<T>(
  options: ListObjectsOptions<T>,
): Promise<ObjectList<T> | undefined> {
  for (const version of options.versions) {
    const path = collectionPath(options.kind, version, options.namespace);
    try {
      return await listFromStart(path, options);
    } catch (error) {
      if (!hasStatus(error, 404)) {
        throw error;
      }
    }
  }
  return undefined;
}

/** The place of a page is forgotten by the cluster after some minutes; then all begins again. */
async function listFromStart<T>(
  path: string,
  options: ListObjectsOptions<T>,
): Promise<ObjectList<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await listPages(path, options);
    } catch (error) {
      if (!hasStatus(error, 410) || attempt === maximumAttempts) {
        throw error;
      }
    }
  }
}

async function listPages<T>(
  path: string,
  options: ListObjectsOptions<T>,
): Promise<ObjectList<T>> {
  const objects = options.begin();
  let next: string | undefined;
  for (let page = 0; page < maximumPages; page++) {
    const envelope = await readPage({ ...options, path, next, objects });
    const resourceVersion = textAt(envelope, 'metadata', 'resourceVersion');
    if (!resourceVersion) {
      throw new Error('the answer is not a Kubernetes list.');
    }
    next = textAt(envelope, 'metadata', 'continue');
    if (!next) {
      return { path, objects, resourceVersion };
    }
  }
  throw new Error(`the list has more than ${maximumPages} pages.`);
}

/** Returns the page without its items. */
async function readPage<T>(
  options: ListObjectsOptions<T> & { path: string; next?: string; objects: T },
): Promise<unknown> {
  const { client, kind, path, next, signal, pageTimeoutMs } = options;
  const { fieldSelector } = kind;
  const query = {
    limit: String(pageSize),
    ...(fieldSelector && { fieldSelector }),
    ...(next && { continue: next }),
  };
  const timeout = AbortSignal.timeout(pageTimeoutMs);
  const items = client.list(path, query, AbortSignal.any([signal, timeout]));
  for (;;) {
    const { done, value } = await items.next();
    if (done) {
      return value;
    }
    options.add(options.objects, value);
    await pace();
  }
}

function hasStatus(error: unknown, statusCode: number): boolean {
  return error instanceof KubernetesApiError && error.statusCode === statusCode;
}
