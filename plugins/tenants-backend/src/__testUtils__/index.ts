export * from './registryFiles';
