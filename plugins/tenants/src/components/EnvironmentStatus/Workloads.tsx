import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import type {
  TenantEnvironmentDetails,
  Workload,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus } from '../HealthStatus';
import { Section } from '../Section';
import { LogLinks } from './LogLinks';
import { Pods } from './Pods';
import { Quotas } from './Quotas';
import { VersionNotice } from './VersionNotice';
import { Volumes } from './Volumes';
import { Warnings } from './Warnings';
import styles from './EnvironmentStatus.module.css';

/** What runs, how often it restarted and why, on which images, and what it uses. */
export function Workloads({ status }: { status: TenantEnvironmentDetails }) {
  const { workloads, components, facts } = status;
  const t = useText();
  return (
    <Section
      title={t('workloads.title')}
      actions={<LogLinks status={status} />}
    >
      <VersionNotice components={components} />
      {workloads.length > 0 ? (
        <WorkloadTable workloads={workloads} />
      ) : (
        <Text color="secondary">{t('workloads.empty')}</Text>
      )}
      <Pods pods={facts.pods} />
      <Volumes volumes={facts.volumes} />
      <Quotas quotas={facts.quotas} />
      <Warnings warnings={facts.warnings} />
    </Section>
  );
}

function WorkloadTable({ workloads }: { workloads: Workload[] }) {
  const t = useText();
  return (
    <div className={styles.tableScroll}>
      <TableRoot aria-label={t('workloads.tableLabel')}>
        <TableHeader>
          <Column isRowHeader>{t('workloads.name')}</Column>
          <Column>{t('workloads.health')}</Column>
          <Column>{t('workloads.ready')}</Column>
          <Column>{t('workloads.restarts')}</Column>
          <Column>{t('workloads.images')}</Column>
        </TableHeader>
        <TableBody items={workloads}>
          {workload => (
            <Row id={`${workload.kind}/${workload.name}`}>
              <Cell className={styles.cell}>
                <Text weight="bold">{workload.name}</Text>{' '}
                <Text variant="body-small" color="secondary">
                  {workload.kind}
                </Text>
              </Cell>
              <Cell className={styles.cell}>
                <HealthStatus health={workload.health} />{' '}
                {workload.reason && (
                  <Text variant="body-small">{workload.reason}</Text>
                )}
              </Cell>
              <Cell className={styles.cell}>
                {t('workloads.readyOf', {
                  ready: workload.readyReplicas,
                  desired: workload.desiredReplicas,
                })}
              </Cell>
              <Cell className={styles.cell}>{workload.restarts}</Cell>
              <Cell className={styles.cell}>
                {workload.images.map(image => (
                  <div key={image} className={styles.mono}>
                    {image}
                  </div>
                ))}
              </Cell>
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </div>
  );
}
