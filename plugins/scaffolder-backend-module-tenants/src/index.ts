/**
 * Scaffolder actions that render tenant templates and propose the result as a pull request.
 *
 * @packageDocumentation
 */
export { scaffolderModuleTenants as default } from './module';
