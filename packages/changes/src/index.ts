/**
 * Prepares changes of tenants. The actions of the scaffolder and the preview of a form call the same
 * functions, so that the form shows what the pull request will hold.
 *
 * @packageDocumentation
 */
export * from './authorOf';
export * from './checkFiles';
export * from './prepareChange';
export * from './readTemplate';
