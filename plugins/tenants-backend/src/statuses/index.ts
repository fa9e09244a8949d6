export * from './KeptStatus';
export * from './Packed';
export * from './StatusBook';
