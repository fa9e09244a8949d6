import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { RiStackLine } from '@remixicon/react';
import {
  type ComponentSummary,
  type TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EnvironmentStatus } from '../EnvironmentStatus';
import { HealthStatus } from '../HealthStatus';
import { StateMessage } from '../PageState';
import { TenantTimeline } from '../TenantTimeline';
import { useShownEnvironment } from './useShownEnvironment';
import styles from './TenantPage.module.css';

/** All environments of a tenant as tabs in promotion order, and what happened in them. */
export function TenantStatusView({ tenant }: { tenant: TenantStatus }) {
  const t = useText();
  const timeline = (
    <TenantTimeline
      tenant={tenant.name}
      environments={tenant.environments.map(({ environment }) => environment)}
    />
  );
  if (tenant.environments.length > 0) {
    return <EnvironmentTabs tenant={tenant} timeline={timeline} />;
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

function EnvironmentTabs(props: { tenant: TenantStatus; timeline: ReactNode }) {
  const { tenant, timeline } = props;
  const { environments, details } = tenant;
  const t = useText();
  const [, setSearch] = useSearchParams();
  const shown = useShownEnvironment(tenant);
  return (
    <Tabs
      selectedKey={shown?.environment}
      onSelectionChange={environment =>
        setSearch(
          current => {
            const search = new URLSearchParams(current);
            search.set('environment', String(environment));
            return search;
          },
          { replace: true },
        )
      }
    >
      <div className={styles.tabScroll}>
        <TabList
          className={styles.tabs}
          aria-label={t('tenant.environmentsLabel')}
        >
          {environments.map(({ environment, health, versions, components }) => (
            <Tab key={environment} id={environment}>
              <span className={styles.tab}>
                <Text weight="bold">{environment}</Text>
                <HealthStatus health={health} />
                <Text variant="body-small" color="secondary">
                  {Object.values(versions).join(', ')}
                </Text>
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
          <EnvironmentStatus
            status={
              details?.environment === status.environment ? details : status
            }
            timeline={timeline}
          />
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
