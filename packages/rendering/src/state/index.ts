export * from './isUpToDate';
export * from './nextState';
export * from './readTenantState';
export * from './TenantState';
