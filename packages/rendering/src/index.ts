/**
 * Renders a tenant template into the files of a GitOps repository.
 *
 * @packageDocumentation
 */
export * from './change';
export * from './rules';
export { isUpToDate } from './state/isUpToDate';
export * from './template';
