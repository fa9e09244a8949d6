import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { RiStackLine } from '@remixicon/react';
import {
  type ComponentSummary,
  type TenantEnvironmentStatus,
  type TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { LiveEnvironmentStatus } from '../EnvironmentStatus';
import { HealthStatus } from '../HealthStatus';
import { StateMessage } from '../PageState';
import { TenantTimeline } from '../TenantTimeline';
import { useShownEnvironment } from './useShownEnvironment';
import styles from './TenantPage.module.css';

/** All environments of a tenant as tabs in promotion order, and what happened in them. */
export function TenantStatusView({ tenant }: { tenant: TenantStatus }) {
  const t = useText();
  const timeline = <TenantTimeline tenant={tenant.name} />;
  if (tenant.environments.length > 0) {
    return (
      <EnvironmentTabs environments={tenant.environments} timeline={timeline} />
    );
  }
  return (
    <>
      <StateMessage
        icon={RiStackLine}
        title={t('tenant.noEnvironmentsTitle')}
        description={t('tenant.noEnvironmentsDescription')}
      />
      {timeline}
    </>
  );
}

function EnvironmentTabs(props: {
  environments: TenantEnvironmentStatus[];
  timeline: ReactNode;
}) {
  const { environments, timeline } = props;
  const t = useText();
  const [, setSearch] = useSearchParams();
  const shown = useShownEnvironment(environments);
  return (
    <Tabs
      selectedKey={shown?.environment}
      onSelectionChange={environment =>
        setSearch({ environment: String(environment) }, { replace: true })
      }
    >
      <div className={styles.tabScroll}>
        <TabList
          className={styles.tabs}
          aria-label={t('tenant.environmentsLabel')}
        >
          {environments.map(({ environment, health, components }) => (
            <Tab key={environment} id={environment}>
              <span className={styles.tab}>
                <Text weight="bold">{environment}</Text>
                <HealthStatus health={health} />
                <UnknownChecks components={components} />
              </span>
            </Tab>
          ))}
        </TabList>
      </div>
      {environments.map(status => (
        <TabPanel
          key={status.environment}
          id={status.environment}
          className={styles.panel}
        >
          <LiveEnvironmentStatus status={status} timeline={timeline} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Says what a health that is better than Unknown leaves open. */
function UnknownChecks(props: { components: ComponentSummary[] }) {
  const t = useText();
  const count = props.components
    .flatMap(({ checks }) => checks)
    .filter(({ health }) => health === 'Unknown').length;
  return count > 0 ? (
    <Text variant="body-small">{t('tenant.unknownChecks', { count })}</Text>
  ) : null;
}
