export * from './permissions';
export * from './registryFiles';
