import { Entity } from '@backstage/catalog-model';
import {
  ListTenantsResponse,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';
import { randomUUID } from 'node:crypto';
import { Client } from './Client';
import { PortalApi } from './PortalApi';

interface ClientThings {
  tenant: TenantSummary;
  entities: Entity[];
  taskIds: string[];
  notificationIds: string[];
}

/**
 * Reads with a client's own token what its things are called.
 *
 * @throws Error when the caller sees no tenant, or more than one.
 */
export async function readClient(
  portal: PortalApi,
  user: string,
): Promise<Client> {
  const things = await readThings(portal);
  const { tenant, entities, taskIds, notificationIds } = things;
  const [place] = tenant.environments;
  const names = {
    tenant: tenant.name,
    environment: place.environment,
    cluster: place.cluster,
    namespace: place.namespace,
    group: tenant.owner.replace(/^group:default\//, ''),
    user: user.replace(/^user:default\//, ''),
    entityUid: entities.find(({ kind }) => kind === 'Domain')!.metadata.uid!,
    taskId: taskIds[0] ?? randomUUID(),
    notificationId: notificationIds[0] ?? randomUUID(),
  };
  return { names, marks: marksOf(things) };
}

async function readThings(portal: PortalApi): Promise<ClientThings> {
  const { items } = await portal.read<ListTenantsResponse>(
    '/api/tenants/v1/tenants',
  );
  if (items.length !== 1) {
    throw new Error(
      `The client has to see one tenant, and sees ${items.length}. Use the token of somebody in the group of one tenant.`,
    );
  }
  const [catalog, { tasks }, { notifications }] = await Promise.all([
    portal.read<{ items: Entity[] }>(
      '/api/catalog/entities/by-query?limit=200',
    ),
    portal.read<{ tasks: { id: string }[] }>('/api/scaffolder/v2/tasks'),
    portal.read<{ notifications: { id: string }[] }>(
      '/api/notifications/notifications',
    ),
  ]);
  return {
    tenant: items[0],
    entities: catalog.items.filter(({ kind }) => kind !== 'Template'),
    taskIds: tasks.map(({ id }) => id),
    notificationIds: notifications.map(({ id }) => id),
  };
}

/** Hostnames, namespaces and accounts hold the name of the client, party hints with underscores. */
function marksOf({ tenant, entities, taskIds, notificationIds }: ClientThings) {
  const { name, title } = tenant;
  return [
    ...new Set([
      name,
      name.replaceAll('-', '_'),
      title,
      ...entities.map(({ metadata }) => metadata.uid!),
      ...taskIds,
      ...notificationIds,
    ]),
  ];
}
