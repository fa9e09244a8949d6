import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ClusterContext } from '../ClusterContext';
import { recordEvent } from '../events';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';

interface Claim extends KubernetesObject {
  spec: {
    accessModes?: string[];
    storageClassName?: string;
    volumeName?: string;
    resources: { requests: { storage: string } };
  };
}

/** Provisions a volume for each claim. */
export function claimController(context: ClusterContext): Controller<Claim> {
  const { store, clock, timings } = context;

  function bind(claim: Claim): void {
    const volume = volumeFor(claim);
    store.create(volume);
    store.updateStatus(
      { apiVersion: 'v1', kind: volume.kind, name: volume.metadata.name },
      { phase: 'Bound' },
    );
    const volumeName = volume.metadata.name;
    store.update({ ...claim, spec: { ...claim.spec, volumeName } });
    store.updateStatus(referenceOf(claim), {
      phase: 'Bound',
      accessModes: claim.spec.accessModes ?? ['ReadWriteOnce'],
      capacity: { storage: claim.spec.resources.requests.storage },
    });
    recordEvent(context, claim, {
      type: 'Normal',
      reason: 'ProvisioningSucceeded',
      message: `Successfully provisioned volume ${volumeName}`,
      component: 'pd.csi.storage.gke.io',
    });
  }

  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    reconcile(claim) {
      if (claim.spec.volumeName) {
        return undefined;
      }
      const createdAt = Date.parse(claim.metadata.creationTimestamp!);
      const waitMs = createdAt + timings.volume - clock.now().getTime();
      if (waitMs > 0) {
        store.updateStatus(referenceOf(claim), { phase: 'Pending' });
        return waitMs;
      }
      bind(claim);
      return undefined;
    },
  };
}

/** Deletes the volume of a claim that is gone. */
export function releaseVolumes({ store }: ClusterContext): () => void {
  return store.watch(({ type, object }) => {
    if (type === 'DELETED' && object.kind === 'PersistentVolumeClaim') {
      const { volumeName } = (object as Claim).spec;
      if (volumeName) {
        store.delete({
          apiVersion: 'v1',
          kind: 'PersistentVolume',
          name: volumeName,
        });
      }
    }
  });
}

function volumeFor({ metadata, spec }: Claim): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pvc-${metadata.uid}` },
    spec: {
      accessModes: spec.accessModes ?? ['ReadWriteOnce'],
      capacity: { storage: spec.resources.requests.storage },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
      },
      csi: {
        driver: 'pd.csi.storage.gke.io',
        volumeHandle: `pvc-${metadata.uid}`,
      },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: spec.storageClassName,
    },
  };
}
