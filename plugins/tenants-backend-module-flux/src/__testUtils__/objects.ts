import { KubernetesObject, TenantBinding } from '@tenantry/plugin-tenants-node';

export const commit = '4f9a3b1c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a';
export const older = '0000000000000000000000000000000000000001';
export const namespace = 'acme-01-devnet';

export const binding: TenantBinding = {
  tenant: 'acme-01',
  environment: 'devnet',
  order: 1,
  cluster: 'devnet',
  namespace,
  application: {
    engine: 'flux',
    cluster: 'devnet',
    namespace: 'flux-system',
    name: 'acme-01-devnet',
  },
  metricMatchers: {},
  repositoryPath: 'clients/acme-01/devnet',
  owner: 'group:default/acme-01',
  suspended: false,
  components: [],
};

interface ObjectOptions {
  generation?: number;
  spec?: object;
  status?: object;
}

export function ready(
  status: 'True' | 'False' | 'Unknown' = 'True',
  reason = 'Succeeded',
  message = 'all is well',
) {
  return {
    type: 'Ready',
    status,
    reason,
    message,
    observedGeneration: 1,
    lastTransitionTime: '2026-03-01T11:55:00Z',
  };
}

function fluxObject(
  apiVersion: string,
  kind: string,
  place: { name: string; namespace: string },
  { generation = 1, spec, status }: ObjectOptions,
) {
  return {
    apiVersion,
    kind,
    metadata: { ...place, generation },
    spec: { interval: '10m0s', ...spec },
    status: {
      observedGeneration: generation,
      conditions: [ready()],
      ...status,
    },
  } satisfies KubernetesObject;
}

export function kustomizationObject(options: ObjectOptions = {}) {
  const { name, namespace: own } = binding.application;
  return fluxObject(
    'kustomize.toolkit.fluxcd.io/v1',
    'Kustomization',
    { name, namespace: own },
    {
      ...options,
      spec: {
        sourceRef: { kind: 'GitRepository', name: 'platform' },
        ...options.spec,
      },
      status: {
        lastAppliedRevision: `main@sha1:${commit}`,
        lastAttemptedRevision: `main@sha1:${commit}`,
        ...options.status,
      },
    },
  );
}

export function helmReleaseObject(name: string, options: ObjectOptions = {}) {
  return fluxObject(
    'helm.toolkit.fluxcd.io/v2',
    'HelmRelease',
    { name, namespace },
    options,
  );
}

export function sourceObject(
  kind: string,
  name: string,
  options: ObjectOptions = {},
) {
  return fluxObject(
    'source.toolkit.fluxcd.io/v1',
    kind,
    { name, namespace: 'flux-system' },
    {
      ...options,
      status: {
        artifact: { revision: `main@sha1:${commit}` },
        ...options.status,
      },
    },
  );
}
