export * from './BearerToken';
export * from './ClusterToken';
export * from './CredentialsError';
export * from './readCredentials';
