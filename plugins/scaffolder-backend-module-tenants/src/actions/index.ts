export * from './pullRequest';
export * from './render';
export * from './revert';
export * from './rollout';
export * from './TenantActionOptions';
export * from './validate';
