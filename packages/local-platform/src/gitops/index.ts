export * from './createGitOpsEngine';
export * from './GitRepository';
