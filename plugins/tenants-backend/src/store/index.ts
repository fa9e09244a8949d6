export * from './DatabaseStatusStore';
export * from './StatusStore';
