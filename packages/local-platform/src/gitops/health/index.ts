export * from './conditionHealth';
export * from './resourceHealth';
