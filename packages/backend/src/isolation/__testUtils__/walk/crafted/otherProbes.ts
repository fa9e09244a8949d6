import { ClientNames } from '../Client';
import { Probe } from '../Probe';
import { get, post } from './probes';

/** The stock Kubernetes plugin: its proxy, its queries for an entity. */
export function kubernetesProbes(names: ClientNames): Probe[] {
  const { tenant, namespace, cluster } = names;
  const headers = { 'Backstage-Kubernetes-Cluster': cluster };
  const body = { entityRef: `system:default/${namespace}`, auth: {} };
  const pods = { group: '', apiVersion: 'v1', plural: 'pods' };
  return [
    get('kubernetes', '/clusters'),
    ...['pods', 'events', 'secrets'].map(kind =>
      get(
        'kubernetes',
        '/proxy/*',
        `/proxy/api/v1/namespaces/${namespace}/${kind}`,
        { headers },
      ),
    ),
    get(
      'kubernetes',
      '/proxy/*',
      `/proxy/api/v1/pods?fieldSelector=metadata.namespace=${namespace}`,
      { headers },
    ),
    post('kubernetes', '/resources/workloads/query', body),
    post('kubernetes', '/resources/custom/query', {
      ...body,
      customResources: [pods],
    }),
    {
      ...post('kubernetes', `/services/${namespace}`, {
        auth: {},
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'System',
          metadata: {
            name: namespace,
            annotations: {
              'backstage.io/kubernetes-id': tenant,
              'backstage.io/kubernetes-namespace': namespace,
            },
          },
        },
      }),
      route: 'POST /api/kubernetes/services/:serviceId',
    },
  ];
}

/** Notifications, permissions and settings of somebody else. */
export function personalProbes(names: ClientNames): Probe[] {
  const { tenant, user, notificationId } = names;
  const userRef = `user:default/${user}`;
  return [
    get('notifications', '/notifications', `/notifications?search=${tenant}`),
    get('notifications', '/notifications', `/notifications?topic=${tenant}`),
    get('notifications', '/notifications', `/notifications?user=${userRef}`),
    get('notifications', '/status', `/status?user=${userRef}`),
    post('notifications', '/notifications/update', {
      ids: [notificationId],
      read: true,
    }),
    post('permission', '/authorize', {
      items: ['tenant.read', 'tenant.change'].map((name, index) => ({
        id: String(index),
        resourceRef: tenant,
        permission: {
          type: 'resource',
          name,
          attributes: {},
          resourceType: 'tenant',
        },
      })),
    }),
    {
      ...post(
        'tenants',
        '/.well-known/backstage/permissions/apply-conditions',
        {
          items: [
            {
              id: '1',
              resourceRef: tenant,
              resourceType: 'tenant',
              conditions: {
                rule: 'IS_OWNER',
                resourceType: 'tenant',
                params: { owners: [`group:default/${names.group}`] },
              },
            },
          ],
        },
      ),
    },
    get('auth', '/v1/userinfo', `/v1/userinfo?sub=${userRef}`),
    get(
      'user-settings',
      '/buckets/:bucket/keys/:key',
      `/buckets/${userRef}/keys/theme`,
    ),
  ];
}
