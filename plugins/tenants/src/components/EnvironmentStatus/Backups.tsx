import { Text } from '@backstage/ui';
import type { BackupFact } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** How old the last good backup is. */
export function Backups({ backups }: { backups?: BackupFact[] }) {
  const t = useText();
  return backups ? (
    <Section title={t('access.backups')}>
      <FactList
        title={t('access.backupSchedules')}
        empty={t('access.backupsEmpty')}
        items={backups}
        keyOf={({ name }) => name}
      >
        {({ name, schedule, succeededAt }) => (
          <div className={styles.checkHead}>
            <code className={styles.mono}>{name}</code>
            <Text {...(succeededAt ? {} : { color: 'danger' })}>
              {succeededAt
                ? t('access.backupDone', {
                    time: <RelativeTime at={succeededAt} />,
                  })
                : t('access.backupNever')}
            </Text>
            {schedule && (
              <Text variant="body-small" color="secondary">
                {schedule}
              </Text>
            )}
          </div>
        )}
      </FactList>
    </Section>
  ) : null;
}
