/**
 * A search engine that finds everything the caller may see, and nothing else.
 *
 * @packageDocumentation
 */
export { searchTenantSearch as default } from './feature';
export { searchUnguardedReadPermission } from './access';
