import { ageColumn, column, fieldOf, textColumn } from './column';

export const roleBindingColumns = [
  column('Role', binding => {
    const kind = fieldOf(binding, '.roleRef.kind') ?? '';
    const name = fieldOf(binding, '.roleRef.name') ?? '';
    return `${kind}/${name}`;
  }),
  ageColumn,
];

export const storageClassColumns = [
  textColumn('Provisioner', '.provisioner'),
  textColumn('ReclaimPolicy', '.reclaimPolicy', { absent: 'Delete' }),
  textColumn('VolumeBindingMode', '.volumeBindingMode', {
    absent: 'Immediate',
  }),
  column('AllowVolumeExpansion', object =>
    String(fieldOf<boolean>(object, '.allowVolumeExpansion') ?? false),
  ),
  ageColumn,
];
