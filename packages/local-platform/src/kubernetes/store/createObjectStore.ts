import { ObjectStore } from '../ObjectStore';
import { ResourceDefinition } from '../resources';
import { customResourceDefinition } from '../resources/customResourceDefinition';
import { expireEvents } from './expireEvents';
import { MemoryObjectStore } from './MemoryObjectStore';

/** The namespaces that every cluster has. */
const systemNamespaces = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

export interface ObjectStoreOptions {
  /** The kinds that the cluster knows. */
  resources: readonly ResourceDefinition[];
  /** The clock; the system's when absent. */
  now?: () => Date;
}

/**
 * A cluster's objects in memory. It starts with the system's namespaces and with one
 * CustomResourceDefinition for each custom kind. Events go after an hour, as they do in a cluster.
 */
export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  const { resources, now = () => new Date() } = options;
  const store = new MemoryObjectStore(resources, now);
  for (const name of systemNamespaces) {
    store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  for (const definition of resources.filter(({ custom }) => custom)) {
    store.create(customResourceDefinition(definition, now()));
  }
  expireEvents(store, now);
  return store;
}
