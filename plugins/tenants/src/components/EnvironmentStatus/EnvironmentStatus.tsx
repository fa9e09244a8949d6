import type { ReactNode } from 'react';
import type {
  TenantEnvironmentDetails,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { Diagram } from '../Diagram';
import { GitOps } from '../GitOps';
import { MetricCharts } from '../MetricCharts';
import { OnSight } from '../OnSight';
import { LoadingRows } from '../PageState';
import { Access } from './Access';
import { Alerts } from './Alerts';
import { AllowList } from './AllowList';
import { Backups } from './Backups';
import { Components } from './Components';
import { Endpoints } from './Endpoints';
import { EnvironmentNotices } from './EnvironmentNotices';
import { EnvironmentSummary } from './EnvironmentSummary';
import { Workloads } from './Workloads';
import styles from './EnvironmentStatus.module.css';

/** What is known of one tenant in one environment, in full as soon as that is there. */
export function EnvironmentStatus(props: {
  status: TenantEnvironmentStatus | TenantEnvironmentDetails;
  /** What happened to the tenant; it is the same whichever environment is shown. */
  timeline: ReactNode;
}) {
  const { status, timeline } = props;
  const t = useText();
  const details = 'facts' in status ? status : undefined;
  return (
    <div className={styles.root}>
      <EnvironmentNotices status={status} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <EnvironmentSummary status={status} />
          {details ? (
            <>
              <Alerts
                alerts={details.facts.alerts}
                components={details.components}
              />
              <Diagram
                components={details.components}
                endpoints={details.endpoints}
              />
              <Components components={details.components} />
              <Workloads status={details} />
            </>
          ) : (
            <LoadingRows
              label={t('environment.loading')}
              rows={6}
              height="10rem"
            />
          )}
          <OnSight>
            <MetricCharts
              tenant={status.tenant}
              environment={status.environment}
              links={status.links}
            />
          </OnSight>
        </div>
        <div className={styles.column}>
          <GitOps
            tenant={status.tenant}
            environment={status.environment}
            gitops={status.gitops}
          />
          {timeline}
          <Endpoints endpoints={status.endpoints} />
          {details && <Access facts={details.facts} />}
          <AllowList
            entries={status.allowList}
            total={status.allowListCount}
            inForce={details?.facts.allowListInForce}
          />
          {details && <Backups backups={details.facts.backups} />}
        </div>
      </div>
    </div>
  );
}
