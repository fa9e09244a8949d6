import { useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { RiStackLine } from '@remixicon/react';
import {
  compareHealth,
  type ComponentSummary,
  type TenantEnvironmentStatus,
  type TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { LiveEnvironmentStatus } from '../EnvironmentStatus';
import { HealthStatus } from '../HealthStatus';
import { StateMessage } from '../PageState';
import { TenantTimeline } from '../TenantTimeline';
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
  const [search, setSearch] = useSearchParams();
  // Chosen once: a tab that changes by itself under the reader's hands would be worse.
  const [initial] = useState(() => worstEnvironment(environments));
  const wanted = search.get('environment') ?? initial;
  const selected = environments.some(status => status.environment === wanted)
    ? wanted
    : worstEnvironment(environments);
  return (
    <Tabs
      selectedKey={selected}
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

/** Where to look first: that is why people come here. */
function worstEnvironment(environments: TenantEnvironmentStatus[]): string {
  return environments.reduce((worst, next) =>
    compareHealth(next.health, worst.health) > 0 ? next : worst,
  ).environment;
}
