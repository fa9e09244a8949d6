export * from './changes';
export * from './descriptors';
export * from './facts';
export * from './metrics';
export * from './rollouts';
export * from './status';
export * from './timeline';
