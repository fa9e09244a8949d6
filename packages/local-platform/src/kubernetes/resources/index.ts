export * from './ResourceDefinition';
export * from './resourceDefinitions';
