export * from './createGitlabForge';
