import { Card, CardBody, Text } from '@backstage/ui';
import type { TenantSummary } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EnvironmentCell } from './EnvironmentCell';
import { TenantHealth, TenantName } from './FleetTable';
import styles from './FleetPage.module.css';

/** The fleet on a narrow screen: one card for each tenant. */
export function FleetCards(props: { tenants: TenantSummary[] }) {
  const t = useText();
  return (
    <ul className={styles.cards} aria-label={t('fleet.tableLabel')}>
      {props.tenants.map(tenant => (
        <li key={tenant.name}>
          <FleetCard tenant={tenant} />
        </li>
      ))}
    </ul>
  );
}

function FleetCard({ tenant }: { tenant: TenantSummary }) {
  return (
    <Card>
      <CardBody>
        <TenantName tenant={tenant} />
        <TenantHealth tenant={tenant} />
        <dl className={styles.cardEnvironments}>
          {tenant.environments.map(environment => (
            <div key={environment.environment}>
              <dt>
                <Text variant="body-small" color="secondary">
                  {environment.environment}
                </Text>
              </dt>
              <dd>
                <EnvironmentCell environment={environment} />
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
