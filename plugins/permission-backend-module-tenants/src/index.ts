/**
 * The permission policy: operators may do everything, clients see what is theirs.
 *
 * @packageDocumentation
 */
export { permissionModuleTenants as default } from './module';
