export * from './addresses';
export * from './createWorld';
export { regionOf } from './platformFiles';
export * from './sampleClients';
export * from './sampleRepository';
export * from './World';
