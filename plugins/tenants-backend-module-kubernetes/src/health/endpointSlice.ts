import {
  KubernetesKind,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';

/** What is kept of a slice of a service's endpoints. */
export interface EndpointsProjection {
  service?: string;
  /** How many addresses take connections. */
  ready: number;
}

/** Told with its Service. */
export const endpointSlice: KubernetesKind<EndpointsProjection> = {
  kind: 'EndpointSlice',
  group: 'discovery.k8s.io',
  versions: ['v1'],
  plural: 'endpointslices',
  project(object) {
    const service = textAt(
      object,
      'metadata',
      'labels',
      'kubernetes.io/service-name',
    );
    // As the API says, no condition means ready.
    const ready = listAt(object, 'endpoints').filter(
      endpoint => valueAt(endpoint, 'conditions', 'ready') !== false,
    );
    return { ...(service && { service }), ready: ready.length };
  },
};
