export { baseTemplateOf } from './annotations';
export * from './loadTemplate';
export * from './readTemplateDirectory';
export * from './TenantTemplate';
