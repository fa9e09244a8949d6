import { Link, Text } from '@backstage/ui';
import type { TenantEnvironmentStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EntityLink } from '../EntityLink';
import { Fact } from '../Fact';
import { HealthStatus, useHealthSentence } from '../HealthStatus';
import { ElapsedTime, RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { SyncStatusLabel } from '../SyncStatusLabel';
import { ClusterName } from './ClusterName';
import styles from './EnvironmentStatus.module.css';

/** How the environment is, why, since when, and where it runs. */
export function EnvironmentSummary(props: { status: TenantEnvironmentStatus }) {
  const { status } = props;
  const t = useText();
  const sentence = useHealthSentence();
  return (
    <Section title={t('environment.summary')}>
      <div className={styles.health}>
        <HealthStatus health={status.health} />
        <SyncStatusLabel sync={status.sync} />
        {status.since && (
          <Text variant="body-small" color="secondary">
            {t('common.since', { time: <ElapsedTime at={status.since} /> })}
          </Text>
        )}
        <Text variant="body-small" color="secondary">
          {status.observedAt
            ? t('common.lastConfirmed', {
                time: <RelativeTime at={status.observedAt} />,
              })
            : t('common.never')}
        </Text>
      </div>
      <Text as="p" className={styles.sentence}>
        {sentence(status)}
      </Text>
      <Facts status={status} />
    </Section>
  );
}

function Facts({ status }: { status: TenantEnvironmentStatus }) {
  const t = useText();
  const { tenant, environment, cluster, namespace, versions, links } = status;
  return (
    <dl className={styles.facts}>
      <Fact name={t('environment.cluster')}>
        <ClusterName name={cluster} />
      </Fact>
      <Fact name={t('environment.namespace')}>
        <Text>{namespace}</Text>
      </Fact>
      <Fact name={t('environment.versions')}>
        {Object.entries(versions).map(([name, version]) => (
          <Text key={name}>{`${name} ${version}`}</Text>
        ))}
      </Fact>
      <Fact name={t('environment.system')}>
        <EntityLink entityRef={`system:default/${tenant}-${environment}`} />
      </Fact>
      {links.length > 0 && (
        <Fact name={t('environment.links')}>
          {links.map(({ title, url }) => (
            <Link key={url} href={url} target="_blank" rel="noopener">
              {title}
            </Link>
          ))}
        </Fact>
      )}
    </dl>
  );
}
