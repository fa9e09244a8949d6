export * from './FluxObject';
export * from './helmRelease';
export * from './kustomization';
export * from './revision';
export * from './sources';
