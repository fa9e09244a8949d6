export * from './descriptorSchemas';
export * from './parseRegistry';
export * from './Registry';
export * from './RegistryReader';
