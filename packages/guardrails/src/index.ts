/**
 * Checks changes of a GitOps repository before anything is proposed.
 *
 * @packageDocumentation
 */
export * from './checkChange';
export * from './checkRepository';
export type { GitFile } from './inspection/Inspection';
export * from './resources';
