import { Text } from '@backstage/ui';
import type { QuotaFact } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** How much of each quota is used, as a bar and in words. */
export function Quotas({ quotas }: { quotas?: QuotaFact[] }) {
  const t = useText();
  return (
    <FactList
      title={t('workloads.quotas')}
      empty={t('workloads.quotasEmpty')}
      items={quotas}
      keyOf={quota => quota.resource}
    >
      {({ resource, used, hard, ratio }) => (
        <>
          <div className={styles.row}>
            <code className={styles.mono}>{resource}</code>
            <Text variant="body-small">
              {t('workloads.quotaUse', {
                used,
                hard,
                percent: String(Math.round(ratio * 100)),
              })}
            </Text>
          </div>
          <meter
            className={styles.meter}
            aria-label={resource}
            min={0}
            max={1}
            value={ratio}
          />
        </>
      )}
    </FactList>
  );
}
