export * from './DatabaseLeaseStore';
export * from './DatabaseObservationStore';
export * from './DatabaseStatusStore';
export * from './EngineStore';
export * from './ObservationStore';
export * from './StatusStore';
export * from './migrateDatabase';
export * from './versions';
