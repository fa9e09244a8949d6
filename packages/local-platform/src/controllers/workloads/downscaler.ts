import { KubernetesObject, StoreEvent } from '../../kubernetes/ObjectStore';
import { ClusterContext } from '../ClusterContext';
import { Controller, keyOf } from '../startController';
import { Workload } from './Workload';

const forceDowntime = 'downscaler/force-downtime';
const originalReplicas = 'downscaler/original-replicas';

/**
 * Scales the Deployments of a namespace to zero while it is annotated so, and back afterwards: how
 * this platform suspends a tenant environment, as kube-downscaler does it.
 */
export function downscaler({ store }: ClusterContext): Controller<Workload> {
  function concerns({ object }: StoreEvent): string[] {
    return object.kind === 'Namespace'
      ? store
          .list({
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            namespace: object.metadata.name,
          })
          .map(keyOf)
      : [];
  }

  function reconcile(deployment: Workload): undefined {
    const namespace = store.get({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: deployment.metadata.namespace!,
    });
    const down = namespace?.metadata.annotations?.[forceDowntime] === 'true';
    const remembered = deployment.metadata.annotations?.[originalReplicas];
    const replicas = deployment.spec.replicas ?? 1;
    if (down && replicas > 0) {
      store.update(scaled(deployment, 0, String(replicas)));
    } else if (!down && remembered !== undefined) {
      store.update(scaled(deployment, Number(remembered)));
    }
  }

  return { apiVersion: 'apps/v1', kind: 'Deployment', concerns, reconcile };
}

function scaled(
  { metadata, ...deployment }: Workload,
  replicas: number,
  remember?: string,
): KubernetesObject {
  const { [originalReplicas]: _, ...annotations } = metadata.annotations ?? {};
  return {
    ...deployment,
    metadata: {
      ...metadata,
      annotations: {
        ...annotations,
        ...(remember !== undefined && { [originalReplicas]: remember }),
      },
    },
    spec: { ...deployment.spec, replicas },
  };
}
