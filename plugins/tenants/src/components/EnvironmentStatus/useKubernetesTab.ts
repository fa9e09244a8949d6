import {
  appTreeApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  tenantClusterReadPermission,
  type TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';

/** The tab that the stock Kubernetes plugin adds to entities, as it is installed by default. */
const extensionId = 'entity-content:kubernetes/kubernetes';
const defaultPath = '/kubernetes';

/**
 * The address of the stock Kubernetes tab of a tenant environment; `undefined` in an app without
 * it, and for who may not see the inside of clusters.
 */
export function useKubernetesTab({
  tenant,
  environment,
}: TenantEnvironmentStatus): string | undefined {
  const { tree } = useApi(appTreeApiRef).getTree();
  const entityRoute = useRouteRef(entityRouteRef);
  const { allowed } = usePermission({
    permission: tenantClusterReadPermission,
  });
  const spec = tree.nodes.get(extensionId)?.spec;
  if (!spec || spec.disabled || !entityRoute || !allowed) {
    return undefined;
  }
  // What an adopter may write below the extension in app-config.
  const { path = defaultPath } = (spec.config ?? {}) as { path?: string };
  const entity = entityRoute({
    kind: 'system',
    namespace: 'default',
    name: `${tenant}-${environment}`,
  });
  return `${entity}/${path.replace(/^\//, '')}`;
}
