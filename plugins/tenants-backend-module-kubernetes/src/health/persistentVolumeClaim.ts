import { textAt } from '@tenantry/plugin-tenants-node';
import { degraded, healthy, ObservedKind, progressing } from './ObservedKind';

/** What is kept of a claim. */
export interface ClaimProjection {
  phase: string;
  /** Kubernetes quantity. */
  capacity?: string;
  storageClass?: string;
}

export const persistentVolumeClaim: ObservedKind<ClaimProjection> = {
  kind: 'PersistentVolumeClaim',
  group: '',
  versions: ['v1'],
  plural: 'persistentvolumeclaims',
  project(object) {
    const capacity =
      textAt(object, 'status', 'capacity', 'storage') ??
      textAt(object, 'spec', 'resources', 'requests', 'storage');
    const storageClass = textAt(object, 'spec', 'storageClassName');
    return {
      phase: textAt(object, 'status', 'phase') ?? 'Pending',
      ...(capacity && { capacity }),
      ...(storageClass && { storageClass }),
    };
  },
  judge({ phase }) {
    switch (phase) {
      case 'Bound':
        return healthy;
      case 'Lost':
        return degraded(
          'VolumeLost',
          'The volume behind the claim is gone, and its data with it. Restore from a backup.',
          'volume-claim',
        );
      default:
        return progressing(
          'WaitingForVolume',
          'The volume is not provisioned yet. If it stays so, check the storage class and its quota.',
          'volume-claim',
        );
    }
  },
};
