export * from './pullRequest';
export * from './render';
