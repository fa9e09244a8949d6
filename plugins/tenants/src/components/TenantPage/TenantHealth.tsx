import { Text } from '@backstage/ui';
import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus, useHealthSentence } from '../HealthStatus';
import { ElapsedTime } from '../RelativeTime';
import styles from './TenantPage.module.css';

/** The overall health, the one sentence that explains it, and since when it is so. */
export function TenantHealth({ tenant }: { tenant: TenantStatus }) {
  const t = useText();
  const sentence = useHealthSentence();
  const culprit = tenant.environments.find(
    ({ health, message }) =>
      health === tenant.health && message && message === tenant.message,
  );
  const message = sentence(tenant);
  return (
    <div className={styles.health}>
      <HealthStatus health={tenant.health} />
      <Text className={styles.sentence}>
        {culprit
          ? t('tenant.worstIn', { environment: culprit.environment, message })
          : message}
      </Text>
      {tenant.since && (
        <Text variant="body-small" color="secondary">
          {t('common.since', { time: <ElapsedTime at={tenant.since} /> })}
        </Text>
      )}
    </div>
  );
}
