import {
  Card,
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { TenantSummary } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { tenantRouteRef } from '../../routes';
import { HealthStatus, useHealthSentence } from '../HealthStatus';
import { EnvironmentCell } from './EnvironmentCell';
import styles from './FleetPage.module.css';

/** Tenants as rows, environments as columns. */
export function FleetTable(props: {
  tenants: TenantSummary[];
  environments: string[];
  isStale: boolean;
}) {
  const t = useText();
  const tenantRoute = useRouteRef(tenantRouteRef);
  const columns = [
    { id: 'tenant', label: t('fleet.columnTenant') },
    { id: 'health', label: t('fleet.columnHealth') },
    ...props.environments.map(name => ({ id: `in-${name}`, label: name })),
  ];
  return (
    <Card className={styles.tableScroll}>
      <TableRoot
        style={{ minWidth: `${28 + 11 * props.environments.length}rem` }}
        aria-label={t('fleet.tableLabel')}
        stale={props.isStale}
      >
        <TableHeader columns={columns}>
          {({ id, label }) => (
            <Column id={id} isRowHeader={id === 'tenant'}>
              {label}
            </Column>
          )}
        </TableHeader>
        <TableBody items={props.tenants} dependencies={[props.environments]}>
          {tenant => (
            <Row
              id={tenant.name}
              textValue={tenant.title}
              href={tenantRoute?.({ tenant: tenant.name })}
            >
              <Cell className={styles.cell}>
                <TenantName tenant={tenant} />
              </Cell>
              <Cell className={styles.cell}>
                <TenantHealth tenant={tenant} />
              </Cell>
              {props.environments.map(name => (
                <Cell key={name} className={styles.cell}>
                  <EnvironmentCell
                    environment={tenant.environments.find(
                      ({ environment }) => environment === name,
                    )}
                  />
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </Card>
  );
}

/** Title and name of a tenant, leading to its page. */
export function TenantName({ tenant }: { tenant: TenantSummary }) {
  const tenantRoute = useRouteRef(tenantRouteRef);
  return (
    <div className={styles.name}>
      <Link weight="bold" href={tenantRoute?.({ tenant: tenant.name })}>
        {tenant.title}
      </Link>
      <Text variant="body-small" color="secondary">
        {tenant.name}
      </Text>
    </div>
  );
}

/** The overall health of a tenant, with its reason where it is not well. */
export function TenantHealth({ tenant }: { tenant: TenantSummary }) {
  const sentence = useHealthSentence();
  return (
    <div className={styles.health}>
      <HealthStatus health={tenant.health} />
      {tenant.health !== 'Healthy' && (
        <Text
          variant="body-small"
          color="secondary"
          className={styles.sentence}
          title={sentence(tenant)}
        >
          {sentence(tenant)}
        </Text>
      )}
    </div>
  );
}
