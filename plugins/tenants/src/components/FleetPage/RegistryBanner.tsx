import { Alert } from '@backstage/ui';
import type { Finding, RegistryStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import styles from './FleetPage.module.css';

const shownFindings = 5;

/** Says that the list of tenants itself cannot be relied on, or that a descriptor is refused. */
export function RegistryBanner({ registry }: { registry: RegistryStatus }) {
  return (
    <>
      {(registry.stale || registry.message) && (
        <UnreadableRegistry registry={registry} />
      )}
      {registry.findings.length > 0 && (
        <RefusedDescriptors findings={registry.findings} />
      )}
    </>
  );
}

function UnreadableRegistry({ registry }: { registry: RegistryStatus }) {
  const t = useText();
  const { stale, message, readAt } = registry;
  return (
    <Alert
      role="alert"
      status={stale ? 'danger' : 'warning'}
      icon
      title={t(
        stale ? 'fleet.registry.staleTitle' : 'fleet.registry.unreadableTitle',
      )}
      description={
        <>
          <span className={styles.line}>{message}</span>{' '}
          {readAt
            ? t('fleet.registry.readAt', { time: <RelativeTime at={readAt} /> })
            : t('fleet.registry.neverRead')}
        </>
      }
    />
  );
}

function RefusedDescriptors({ findings }: { findings: Finding[] }) {
  const t = useText();
  const more = findings.length - shownFindings;
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('fleet.registry.findingsTitle', { count: findings.length })}
      description={
        <ul className={styles.findings}>
          {findings.slice(0, shownFindings).map((finding, index) => (
            <li key={index}>
              {finding.file && <strong>{finding.file}: </strong>}
              {finding.message}
            </li>
          ))}
          {more > 0 && (
            <li>{t('fleet.registry.findingsMore', { count: more })}</li>
          )}
        </ul>
      }
    />
  );
}
