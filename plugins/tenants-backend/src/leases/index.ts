export * from './Lease';
export * from './LeaseKeeper';
export * from './LeaseStore';
