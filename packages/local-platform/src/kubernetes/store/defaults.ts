import { KubernetesObject } from '../ObjectStore';

type Fields = Record<string, unknown>;

const percentages = { maxSurge: '25%', maxUnavailable: '25%' };

const specDefaults: Record<string, Fields> = {
  'apps/v1 Deployment': {
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    strategy: { type: 'RollingUpdate', rollingUpdate: percentages },
  },
  'apps/v1 ReplicaSet': { replicas: 1 },
  'apps/v1 StatefulSet': {
    replicas: 1,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  },
  'apps/v1 DaemonSet': {
    revisionHistoryLimit: 10,
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    },
  },
  'batch/v1 Job': { completions: 1, parallelism: 1, backoffLimit: 6 },
  'batch/v1 CronJob': { concurrencyPolicy: 'Allow', suspend: false },
  'v1 Service': { type: 'ClusterIP', sessionAffinity: 'None' },
  'v1 PersistentVolumeClaim': { volumeMode: 'Filesystem' },
};

/** What becomes of an object before any controller has seen it. */
const initialPhases: Record<string, string> = {
  'v1 PersistentVolumeClaim': 'Pending',
  'v1 Pod': 'Pending',
};

/**
 * Fills in the defaults that clients of Kubernetes rely on: kubectl describes no Deployment
 * without replicas. An API server fills in many more.
 */
export function withDefaults(object: KubernetesObject): KubernetesObject {
  if (object.apiVersion === 'v1' && object.kind === 'Namespace') {
    return namespaceWithDefaults(object);
  }
  if (object.apiVersion === 'v1' && object.kind === 'Secret') {
    return secretWithDefaults(object);
  }
  const defaults = specDefaults[`${object.apiVersion} ${object.kind}`];
  const phase = initialPhases[`${object.apiVersion} ${object.kind}`];
  return {
    ...object,
    ...(defaults && { spec: { ...defaults, ...(object.spec as Fields) } }),
    ...(phase && { status: { phase, ...(object.status as Fields) } }),
  };
}

/** What is given as text is kept in Base64 with the rest. */
function secretWithDefaults(secret: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = secret;
  const encoded = Object.entries((stringData ?? {}) as Fields).map(
    ([name, text]) => [name, Buffer.from(String(text)).toString('base64')],
  );
  const data = { ...(rest.data as Fields), ...Object.fromEntries(encoded) };
  return {
    type: 'Opaque',
    ...rest,
    ...(Object.keys(data).length > 0 && { data }),
  } as KubernetesObject;
}

function namespaceWithDefaults(namespace: KubernetesObject): KubernetesObject {
  const { metadata } = namespace;
  return {
    ...namespace,
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        'kubernetes.io/metadata.name': metadata.name,
      },
    },
    spec: { finalizers: ['kubernetes'], ...(namespace.spec as Fields) },
    status: { phase: 'Active', ...(namespace.status as Fields) },
  };
}
