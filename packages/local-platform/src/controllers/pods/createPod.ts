import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ClusterContext } from '../ClusterContext';
import { recordEvent } from '../events';
import { ownedBy } from '../names';
import { Pod, PodSpec, PodTemplate } from './Pod';

const proxyImage = 'docker.io/istio/proxyv2:1.27.3';

/** Creates a pod of a workload, and says so in an event about the workload. */
export function createPod(
  context: ClusterContext,
  owner: KubernetesObject,
  options: {
    name: string;
    template: PodTemplate;
    labels?: Record<string, string>;
  },
): Pod {
  const { name, template, labels } = options;
  const created = context.store.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, ...labels },
      ...(template.metadata?.annotations && {
        annotations: template.metadata.annotations,
      }),
      ownerReferences: ownedBy(owner),
    },
    spec: { restartPolicy: 'Always', ...injected(template.spec) },
  });
  recordEvent(context, owner, {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `Created pod: ${name}`,
    component: `${owner.kind.toLowerCase()}-controller`,
  });
  return created as Pod;
}

/** Istio's webhook puts its own image in the place of `auto`. */
function injected(spec: PodSpec): PodSpec {
  return {
    ...spec,
    containers: spec.containers.map(container =>
      container.image === 'auto'
        ? { ...container, image: proxyImage }
        : container,
    ),
  };
}
