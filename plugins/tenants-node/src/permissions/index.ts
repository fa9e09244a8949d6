export * from './conditions';
export * from './isOwner';
export * from './tenantResource';
