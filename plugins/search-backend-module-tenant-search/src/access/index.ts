export { AccessDecider } from './AccessDecider';
export { createAccessModels } from './accessModels';
export type { AccessModel, AccessModels } from './accessModels';
export { searchUnguardedReadPermission } from './permissions';
export type { DocumentTypes, FactExpression, TypeAccess } from './types';
