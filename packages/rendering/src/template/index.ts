export * from './loadTemplate';
export * from './readTemplateDirectory';
export * from './TenantTemplate';
