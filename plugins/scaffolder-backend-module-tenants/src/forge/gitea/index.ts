export * from './createGiteaForge';
