import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { RiStackLine } from '@remixicon/react';
import {
  compareHealth,
  type TenantEnvironmentStatus,
  type TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EnvironmentStatus } from '../EnvironmentStatus';
import { HealthStatus } from '../HealthStatus';
import { StateMessage } from '../PageState';
import { Timeline } from '../Timeline';
import styles from './TenantPage.module.css';

/** All environments of a tenant as tabs in promotion order, and what happened in them. */
export function TenantStatusView({ tenant }: { tenant: TenantStatus }) {
  const t = useText();
  return (
    <div className={styles.view}>
      {tenant.environments.length > 0 ? (
        <EnvironmentTabs environments={tenant.environments} />
      ) : (
        <StateMessage
          icon={RiStackLine}
          title={t('tenant.noEnvironmentsTitle')}
          description={t('tenant.noEnvironmentsDescription')}
        />
      )}
      <Timeline tenant={tenant.name} />
    </div>
  );
}

function EnvironmentTabs(props: { environments: TenantEnvironmentStatus[] }) {
  const { environments } = props;
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
      <TabList
        className={styles.tabs}
        aria-label={t('tenant.environmentsLabel')}
      >
        {environments.map(({ environment, health }) => (
          <Tab key={environment} id={environment}>
            <span className={styles.tab}>
              <Text weight="bold">{environment}</Text>
              <HealthStatus health={health} />
            </span>
          </Tab>
        ))}
      </TabList>
      {environments.map(status => (
        <TabPanel
          key={status.environment}
          id={status.environment}
          className={styles.panel}
        >
          <EnvironmentStatus status={status} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Where to look first: that is why people come here. */
function worstEnvironment(environments: TenantEnvironmentStatus[]): string {
  return environments.reduce((worst, next) =>
    compareHealth(next.health, worst.health) > 0 ? next : worst,
  ).environment;
}
