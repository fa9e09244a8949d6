import { listAt, textAt } from './fields';
import { KubernetesApiError, KubernetesClient } from './KubernetesClient';
import { collectionPath, KubernetesKind } from './KubernetesKind';

export interface ObjectList {
  /** Path of the collection in the version that the cluster serves. */
  path: string;
  objects: unknown[];
  /** Where a watch goes on. */
  resourceVersion: string;
}

export interface ListObjectsOptions {
  client: KubernetesClient;
  kind: KubernetesKind<unknown>;
  namespace?: string;
  signal: AbortSignal;
  pageTimeoutMs: number;
}

const pageSize = 500;
const maximumPages = 2_000;

/**
 * Lists all objects of a kind in the first of its versions that the cluster serves; `undefined`
 * when it serves none.
 *
 * @throws KubernetesApiError when the cluster refuses.
 * @throws Error when the answer is something else than a list, which is not the same as empty.
 */
export async function listObjects(
  options: ListObjectsOptions,
): Promise<ObjectList | undefined> {
  for (const version of options.kind.versions) {
    const path = collectionPath(options.kind, version, options.namespace);
    try {
      return await listPages(path, options);
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || error.statusCode !== 404) {
        throw error;
      }
    }
  }
  return undefined;
}

async function listPages(
  path: string,
  { client, signal, pageTimeoutMs }: ListObjectsOptions,
): Promise<ObjectList> {
  const objects: unknown[] = [];
  let next: string | undefined;
  for (let page = 0; page < maximumPages; page++) {
    const answer = await client.get(
      path,
      { limit: String(pageSize), ...(next && { continue: next }) },
      AbortSignal.any([signal, AbortSignal.timeout(pageTimeoutMs)]),
    );
    const resourceVersion = textAt(answer, 'metadata', 'resourceVersion');
    if (!resourceVersion) {
      throw new Error('the answer is not a Kubernetes list.');
    }
    objects.push(...listAt(answer, 'items'));
    next = textAt(answer, 'metadata', 'continue');
    if (!next) {
      return { path, objects, resourceVersion };
    }
  }
  throw new Error(`The list has more than ${maximumPages} pages.`);
}
