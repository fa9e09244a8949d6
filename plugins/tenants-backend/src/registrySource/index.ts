export * from './createRegistrySource';
export * from './settleRegistryChecks';
