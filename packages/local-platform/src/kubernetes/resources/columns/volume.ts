import { ageColumn, column, fieldOf, textColumn } from './column';

const shortModes: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

const accessModes = (path: string) =>
  column('Access Modes', object =>
    (fieldOf<string[]>(object, path) ?? [])
      .map(mode => shortModes[mode] ?? mode)
      .join(','),
  );

const attributesClass = textColumn(
  'VolumeAttributesClass',
  '.spec.volumeAttributesClassName',
  { absent: '<unset>' },
);

export const persistentVolumeClaimColumns = [
  column('Status', claim =>
    claim.metadata.deletionTimestamp
      ? 'Terminating'
      : fieldOf(claim, '.status.phase') ?? '',
  ),
  textColumn('Volume', '.spec.volumeName'),
  textColumn('Capacity', '.status.capacity.storage'),
  accessModes('.status.accessModes'),
  textColumn('StorageClass', '.spec.storageClassName'),
  attributesClass,
  ageColumn,
  textColumn('VolumeMode', '.spec.volumeMode', { priority: 1 }),
];

export const persistentVolumeColumns = [
  textColumn('Capacity', '.spec.capacity.storage'),
  accessModes('.spec.accessModes'),
  textColumn('Reclaim Policy', '.spec.persistentVolumeReclaimPolicy'),
  textColumn('Status', '.status.phase'),
  column('Claim', volume => {
    const claim = fieldOf<{ namespace: string; name: string }>(
      volume,
      '.spec.claimRef',
    );
    return claim ? `${claim.namespace}/${claim.name}` : '';
  }),
  textColumn('StorageClass', '.spec.storageClassName'),
  attributesClass,
  textColumn('Reason', '.status.reason'),
  ageColumn,
  textColumn('VolumeMode', '.spec.volumeMode', { priority: 1 }),
];
