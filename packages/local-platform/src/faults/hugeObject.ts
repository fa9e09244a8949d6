import { ObjectStore } from '../kubernetes/ObjectStore';
import { FaultBoard } from './faults';
import { tenantNamespace } from './tenantNamespaces';

const hugeBytes = 5 * 1024 * 1024;
const kind = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };

/**
 * Keeps an object of 5 MB, which selects nothing, in the namespace of each tenant environment for
 * which the fault `huge-object` is on. Real clusters refuse such objects; they come from aggregated
 * APIs, or from something in between.
 *
 * Returns the function that stops it.
 */
export function followHugeObjects(options: {
  faults: FaultBoard;
  clusters: readonly { name: string; store: ObjectStore }[];
}): () => void {
  const { faults, clusters } = options;
  let present: string[] = [];
  const storeOf = (target: string) =>
    clusters.find(({ name }) => name === tenantNamespace(target).cluster)
      ?.store;
  return faults.onChange(() => {
    const wanted = faults
      .list()
      .filter(({ name }) => name === 'huge-object')
      .map(({ target }) => target);
    present
      .filter(target => !wanted.includes(target))
      .forEach(target => storeOf(target)?.delete(referenceIn(target)));
    wanted
      .filter(target => !present.includes(target))
      .forEach(target => createIn(target, storeOf(target)));
    present = wanted;
  });
}

function referenceIn(target: string) {
  const { namespace } = tenantNamespace(target);
  return { ...kind, namespace, name: 'huge-object' };
}

function createIn(target: string, store: ObjectStore | undefined): void {
  const { namespace, name } = referenceIn(target);
  const home = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
  if (store?.get(home)) {
    const annotations = { filling: 'x'.repeat(hugeBytes) };
    store.create({
      ...kind,
      metadata: { name, namespace, annotations },
      spec: { podSelector: { matchLabels: { app: name } }, policyTypes: [] },
    });
  }
}
