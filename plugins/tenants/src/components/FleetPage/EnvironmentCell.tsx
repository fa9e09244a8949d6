import { Text, VisuallyHidden } from '@backstage/ui';
import type { TenantEnvironmentSummary } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus } from '../HealthStatus';
import { SyncStatusLabel } from '../SyncStatusLabel';
import { EnvironmentVersions } from './EnvironmentVersions';
import styles from './FleetPage.module.css';

/** One tenant in one environment: health, sync, the reason where it is not well, and versions. */
export function EnvironmentCell(props: {
  environment?: TenantEnvironmentSummary;
}) {
  const t = useText();
  if (!props.environment) {
    return (
      <Text color="secondary">
        <span aria-hidden>{t('fleet.absentMark')}</span>
        <VisuallyHidden>{t('fleet.absent')}</VisuallyHidden>
      </Text>
    );
  }
  const { health, sync, reason, message } = props.environment;
  return (
    <div className={styles.environment} title={message}>
      <HealthStatus health={health} />
      <SyncStatusLabel sync={sync} />
      {reason && (
        <Text variant="body-small" className={styles.reason}>
          {reason}
        </Text>
      )}
      <EnvironmentVersions environment={props.environment} />
    </div>
  );
}
