export * from './AlertRule';
export * from './shippedRules';
export * from './SimulatedRuler';
