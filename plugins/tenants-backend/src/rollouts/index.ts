export { createRollouts } from './createRollouts';
export type { RolloutRunner } from './RolloutRunner';
export { Rollouts } from './Rollouts';
export { starterOf } from './starterOf';
export type { Starter } from './starterOf';
