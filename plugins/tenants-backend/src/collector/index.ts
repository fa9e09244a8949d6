export * from './EnvironmentKey';
export * from './Outbox';
export * from './ServerBook';
export * from './ServerState';
export * from './SourceRunner';
export * from './workUnits';
