import type { ReactNode } from 'react';
import type { TenantEnvironmentStatus } from '@tenantry/plugin-tenants-common';
import { MetricCharts } from '../MetricCharts';
import { AllowList } from './AllowList';
import { Components } from './Components';
import { Endpoints } from './Endpoints';
import { EnvironmentNotices } from './EnvironmentNotices';
import { EnvironmentSummary } from './EnvironmentSummary';
import { GitOps } from './GitOps';
import { Workloads } from './Workloads';
import styles from './EnvironmentStatus.module.css';

/** Everything known of one tenant in one environment. */
export function EnvironmentStatus(props: {
  status: TenantEnvironmentStatus;
  /** What happened to the tenant; it is the same whichever environment is shown. */
  timeline: ReactNode;
}) {
  const { status, timeline } = props;
  return (
    <div className={styles.root}>
      <EnvironmentNotices status={status} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <EnvironmentSummary status={status} />
          <Components components={status.components} />
          <Workloads workloads={status.workloads} />
          <MetricCharts
            tenant={status.tenant}
            environment={status.environment}
          />
        </div>
        <div className={styles.column}>
          <GitOps gitops={status.gitops} />
          {timeline}
          <Endpoints endpoints={status.endpoints} />
          <AllowList entries={status.allowList} />
        </div>
      </div>
    </div>
  );
}
