import { Text } from '@backstage/ui';
import type { VolumeFact } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus } from '../HealthStatus';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** Where data is kept, and how much of it there is room for. */
export function Volumes({ volumes }: { volumes?: VolumeFact[] }) {
  const t = useText();
  return (
    <FactList
      title={t('workloads.volumes')}
      empty={t('workloads.volumesEmpty')}
      items={volumes}
      keyOf={volume => volume.name}
    >
      {({ name, health, capacity, storageClass }) => (
        <div className={styles.checkHead}>
          <HealthStatus health={health} />
          <code className={styles.mono}>{name}</code>
          <Text variant="body-small" color="secondary">
            {[capacity, storageClass].filter(Boolean).join(', ')}
          </Text>
        </div>
      )}
    </FactList>
  );
}
