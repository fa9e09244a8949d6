import type { ReactNode } from 'react';
import type {
  TenantEnvironmentDetails,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { MetricCharts } from '../MetricCharts';
import { AllowList } from './AllowList';
import { Components } from './Components';
import { Endpoints } from './Endpoints';
import { EnvironmentNotices } from './EnvironmentNotices';
import { EnvironmentSummary } from './EnvironmentSummary';
import { GitOps } from './GitOps';
import { Workloads } from './Workloads';
import styles from './EnvironmentStatus.module.css';

/** What is known of one tenant in one environment; of the workloads only the details know. */
export function EnvironmentStatus(props: {
  status: TenantEnvironmentStatus | TenantEnvironmentDetails;
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
          {'workloads' in status && <Workloads workloads={status.workloads} />}
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
