export * from './audited';
export * from './auditDenials';
export * from './denials';
