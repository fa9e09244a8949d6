export * from './ObjectStore';
export * from './resources';
export { createObjectStore } from './store/createObjectStore';
export type { ObjectStoreOptions } from './store/createObjectStore';
