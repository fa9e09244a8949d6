import { textAt } from '@tenantry/plugin-tenants-node';
import { degraded, healthy, ObservedKind, progressing } from './ObservedKind';

export const persistentVolumeClaim: ObservedKind<{ phase: string }> = {
  kind: 'PersistentVolumeClaim',
  group: '',
  versions: ['v1'],
  plural: 'persistentvolumeclaims',
  project: object => ({
    phase: textAt(object, 'status', 'phase') ?? 'Pending',
  }),
  judge({ phase }) {
    switch (phase) {
      case 'Bound':
        return healthy;
      case 'Lost':
        return degraded(
          'VolumeLost',
          'The volume behind the claim is gone, and its data with it. Restore from a backup.',
        );
      default:
        return progressing(
          'WaitingForVolume',
          'The volume is not provisioned yet. If it stays so, check the storage class and its quota.',
        );
    }
  },
};
