import { Text } from '@backstage/ui';
import type { WarningFact } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** What the cluster warned of lately, newest first. */
export function Warnings({ warnings }: { warnings?: WarningFact[] }) {
  const t = useText();
  return (
    <FactList
      title={t('workloads.warnings')}
      empty={t('workloads.warningsEmpty')}
      items={warnings}
      keyOf={({ object, reason, message, lastSeenAt }) =>
        [object, reason, message, lastSeenAt].join('\n')
      }
    >
      {({ object, reason, message, count, lastSeenAt }) => (
        <>
          <div className={styles.checkHead}>
            <Text weight="bold">{reason}</Text>
            <code className={styles.mono}>{object}</code>
          </div>
          <Text as="p">{message}</Text>
          <Text variant="body-small" color="secondary">
            {t('workloads.warningCount', {
              times: count,
              time: <RelativeTime at={lastSeenAt} />,
            })}
          </Text>
        </>
      )}
    </FactList>
  );
}
