import {
  createObjectStore,
  hubGroups,
  ObjectStore,
  resourceDefinitions,
  spokeGroups,
} from '@tenantry/local-platform';
import { ModelObjects, writeFleet } from './copyObjects';

/** The store of a cluster with the objects of all tenants of the fleet. */
export function filledStore(
  name: string,
  objects: ModelObjects | undefined,
  tenants: number,
): ObjectStore {
  const customGroups = name === 'hub' ? hubGroups : spokeGroups;
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups }),
  });
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'argocd' },
  });
  if (objects) {
    writeFleet(store, objects, tenants);
  }
  return store;
}
