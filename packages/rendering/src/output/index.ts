export * from './markdown';
export * from './path';
export * from './yamlFile';
