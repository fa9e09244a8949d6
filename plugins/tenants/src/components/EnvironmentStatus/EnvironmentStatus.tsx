import type { ReactNode } from 'react';
import type {
  TenantEnvironmentDetails,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { GitOps } from '../GitOps';
import { MetricCharts } from '../MetricCharts';
import { LoadingRows } from '../PageState';
import { AllowList } from './AllowList';
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
  return (
    <div className={styles.root}>
      <EnvironmentNotices status={status} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <EnvironmentSummary status={status} />
          {'workloads' in status ? (
            <>
              <Components components={status.components} />
              <Workloads workloads={status.workloads} />
            </>
          ) : (
            <LoadingRows
              label={t('environment.loading')}
              rows={2}
              height="6rem"
            />
          )}
          <MetricCharts
            tenant={status.tenant}
            environment={status.environment}
          />
        </div>
        <div className={styles.column}>
          <GitOps
            tenant={status.tenant}
            environment={status.environment}
            gitops={status.gitops}
          />
          {timeline}
          <Endpoints endpoints={status.endpoints} />
          <AllowList entries={status.allowList} />
        </div>
      </div>
    </div>
  );
}
