import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from '../ObjectStore';

/**
 * What an object becomes when its content is replaced: the fields that only the cluster sets stay
 * as they are, and the generation counts the changes of what is wanted.
 *
 * Returns the current object itself when nothing changes.
 */
export function revise(
  current: KubernetesObject,
  next: KubernetesObject,
): KubernetesObject {
  const { generation } = current.metadata;
  const revised = withMetadataOf(current, next, generation);
  if (isDeepStrictEqual(revised, current)) {
    return current;
  }
  const changesWish = !isDeepStrictEqual(wishOf(revised), wishOf(current));
  return changesWish && revised.spec !== undefined
    ? withMetadataOf(current, next, (generation ?? 0) + 1)
    : revised;
}

function withMetadataOf(
  { metadata }: KubernetesObject,
  next: KubernetesObject,
  generation: number | undefined,
): KubernetesObject {
  const {
    deletionTimestamp: _deletion,
    generation: _generation,
    ...free
  } = next.metadata;
  const { uid, resourceVersion, creationTimestamp, deletionTimestamp } =
    metadata;
  return {
    ...next,
    metadata: {
      ...free,
      uid,
      resourceVersion,
      creationTimestamp,
      ...(generation !== undefined && { generation }),
      ...(deletionTimestamp !== undefined && { deletionTimestamp }),
    },
  };
}

function wishOf(object: KubernetesObject): object {
  const { metadata, status, ...wish } = object;
  return wish;
}
