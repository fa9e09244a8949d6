export * from './createForge';
export * from './Forge';
