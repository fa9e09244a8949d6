import { ObjectStore } from '../../kubernetes/ObjectStore';
import { addNodes } from './nodes';
import { addSystemWorkloads } from './systemWorkloads';

export interface ClusterSeed {
  cluster: string;
  role: 'hub' | 'environment';
  region: string;
  /** RFC 3339 in UTC. */
  now: string;
}

const storageClasses = ['standard-rwo', 'premium-rwo'];
const clusterIssuers = ['letsencrypt-production', 'letsencrypt-staging'];

/** Fills a new cluster with what a tenant finds there: nodes, storage, issuers, the operators. */
export function seedCluster(store: ObjectStore, seed: ClusterSeed): void {
  addNodes(store, { ...seed, count: seed.role === 'hub' ? 3 : 6 });
  for (const name of storageClasses) {
    store.create({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner: 'pd.csi.storage.gke.io',
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
  }
  clusterIssuers.forEach(name => addIssuer(store, name, seed.now));
  addSystemWorkloads(store, seed.role);
}

function addIssuer(store: ObjectStore, name: string, now: string): void {
  const reference = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    name,
  };
  store.create({
    apiVersion: reference.apiVersion,
    kind: reference.kind,
    metadata: { name },
    spec: {
      acme: {
        server: 'https://acme-v02.api.letsencrypt.org/directory',
        solvers: [{ dns01: { cloudflare: {} } }],
      },
    },
  });
  store.updateStatus(reference, {
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'ACMEAccountRegistered',
        message: 'The ACME account was registered with the ACME server',
        lastTransitionTime: now,
      },
    ],
  });
}
