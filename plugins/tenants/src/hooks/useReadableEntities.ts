import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLiveQuery } from './useLiveQuery';

/**
 * Which of some entities the user may read; none while that is not known, all in an app without a
 * catalog.
 *
 * @param entityRefs - full entity refs, at most some dozens
 */
export function useReadableEntities(
  entityRefs: readonly string[],
): ReadonlySet<string> {
  const catalog = useApiHolder().get(catalogApiRef);
  const { data } = useLiveQuery(entityRefs.join(), async () => {
    if (!catalog || entityRefs.length === 0) {
      return entityRefs;
    }
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: [...entityRefs],
      fields: ['kind'],
    });
    return entityRefs.filter((_, index) => items[index] !== undefined);
  });
  return new Set(data);
}
