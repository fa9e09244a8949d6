/**
 * Proposes changes of the GitOps repository at its forge, and reads what became of them.
 *
 * @packageDocumentation
 */
export * from './createForge';
export * from './Forge';
export * from './withAudit';
