export * from './EnvironmentKey';
export * from './ObservationBoard';
export * from './runSource';
export * from './StatusCollector';
