export * from './IdentityUser';
export * from './startIdentityProvider';
