export * from './FaultyStore';
export * from './TestReplica';
export * from './World';
