import { tenantNamespace } from '../faults';
import { KubernetesObject } from '../kubernetes/ObjectStore';
import { ClusterContext } from './ClusterContext';
import { Workload } from './workloads/Workload';

/** What somebody changes by hand in the participant's Deployment, by fault. */
const edits: Readonly<
  Record<string, (deployment: Workload) => KubernetesObject>
> = {
  drift: withMoreMemory,
  'failed-sync': withOlderVersion,
};

const editedBy = 'tenantry.dev/edited-for';

/**
 * When `drift` or `failed-sync` is switched on, changes the participant's Deployment as somebody
 * with kubectl would. The GitOps engine undoes it once the fault is off.
 */
export function editByHand(context: ClusterContext): () => void {
  const { store, faults, cluster } = context;

  function edit(deployment: KubernetesObject): void {
    const { namespace } = deployment.metadata;
    const fault = faults
      .list()
      .find(
        ({ name, target }) =>
          name in edits &&
          tenantNamespace(target).cluster === cluster &&
          tenantNamespace(target).namespace === namespace,
      );
    const done = deployment.metadata.annotations?.[editedBy];
    if (fault && done !== fault.name) {
      store.update(
        marked(edits[fault.name](deployment as Workload), fault.name),
      );
    } else if (!fault && done) {
      store.update(marked(deployment));
    }
  }

  function editAll(): void {
    store
      .list({ apiVersion: 'apps/v1', kind: 'Deployment' })
      .filter(({ metadata }) => metadata.name === 'participant')
      .forEach(edit);
  }

  return faults.onChange(editAll);
}

function marked(
  { metadata, ...object }: KubernetesObject,
  fault?: string,
): KubernetesObject {
  const { [editedBy]: _, ...annotations } = metadata.annotations ?? {};
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: { ...annotations, ...(fault && { [editedBy]: fault }) },
    },
  } as KubernetesObject;
}

function withMoreMemory(deployment: Workload): KubernetesObject {
  const { template } = deployment.spec;
  const [container, ...others] = template.spec.containers;
  const resources = { ...container.resources, limits: { memory: '48Gi' } };
  const edited = { ...container, resources };
  const spec = { ...template.spec, containers: [edited, ...others] };
  return {
    ...deployment,
    spec: { ...deployment.spec, template: { ...template, spec } },
  };
}

function withOlderVersion(deployment: Workload): KubernetesObject {
  const labels = {
    ...deployment.metadata.labels,
    'app.kubernetes.io/version': '0.6.13',
  };
  return { ...deployment, metadata: { ...deployment.metadata, labels } };
}
