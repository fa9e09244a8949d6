import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { KustomizationProjection } from './objects';

/**
 * Says in which way a Kustomization is about another place than the binding; `undefined` when it
 * is about the same. One that is must not speak for the tenant.
 */
export function explainMismatch(
  { remote, targetNamespace }: KustomizationProjection,
  { cluster, namespace }: TenantBinding,
): string | undefined {
  if (remote) {
    return `It deploys to another cluster than its own, but the registry says "${cluster}".`;
  }
  return targetNamespace === undefined || targetNamespace === namespace
    ? undefined
    : `It deploys to the namespace "${targetNamespace}", but the registry says "${namespace}".`;
}
