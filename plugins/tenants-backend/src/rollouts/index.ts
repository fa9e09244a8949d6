export { DatabaseRolloutStore } from './DatabaseRolloutStore';
export { RolloutRunner } from './RolloutRunner';
export { Rollouts } from './Rollouts';
