import { usePermission } from '@backstage/plugin-permission-react';
import { Text } from '@backstage/ui';
import { tenantClusterReadPermission } from '@tenantry/plugin-tenants-common';
import { EntityLink } from '../EntityLink';

/** Leads to the cluster whoever may see it there; a client would find nothing. */
export function ClusterName(props: { name: string }) {
  const { allowed } = usePermission({
    permission: tenantClusterReadPermission,
  });
  return allowed ? (
    <EntityLink entityRef={`resource:default/${props.name}`} />
  ) : (
    <Text>{props.name}</Text>
  );
}
