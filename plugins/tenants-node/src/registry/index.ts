export * from './componentPatterns';
export * from './descriptorSchemas';
export * from './parseRegistry';
export * from './pushEvents';
export * from './Registry';
export * from './RegistryReader';
export { tenantOfPath } from './tenantFiles';
