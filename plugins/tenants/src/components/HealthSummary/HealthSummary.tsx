import { useId } from 'react';
import { Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { healthOrder, type Health } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { rootRouteRef } from '../../routes';
import { HealthStatus } from '../HealthStatus';
import styles from './HealthSummary.module.css';

const worstFirst = [...healthOrder].reverse();

/** How many tenants there are of each health that occurs, each leading to these in the fleet. */
export function HealthSummary(props: {
  counts: Record<Health, number>;
  /** What all of the tenants have in common, as a filter of the fleet page. */
  filter: Record<string, string>;
}) {
  const { counts, filter } = props;
  const t = useText();
  const labelId = useId();
  const occurring = worstFirst.filter(health => counts[health] > 0);
  return occurring.length > 0 ? (
    <div>
      <Text as="p" id={labelId} variant="body-small" color="secondary">
        {t('entity.countsLabel')}
      </Text>
      <ul className={styles.counts} aria-labelledby={labelId}>
        {occurring.map(health => (
          <li key={health} className={styles.count}>
            <HealthStatus health={health} />
            <FleetLink
              filter={{ ...filter, health }}
              label={`${t('fleet.total', { count: counts[health] })}, ${t(
                `health.${health}`,
              )}`}
            >
              {t('fleet.total', { count: counts[health] })}
            </FleetLink>
          </li>
        ))}
      </ul>
    </div>
  ) : (
    <Text color="secondary">{t('entity.noTenants')}</Text>
  );
}

/** Leads to the fleet page, narrowed down; plain text in an app without that page. */
export function FleetLink(props: {
  filter: Record<string, string>;
  children: string;
  /** Name of the link, where its text alone does not tell it from others. */
  label?: string;
}) {
  const route = useRouteRef(rootRouteRef);
  return route ? (
    <Link
      href={`${route()}?${new URLSearchParams(props.filter)}`}
      aria-label={props.label}
    >
      {props.children}
    </Link>
  ) : (
    <Text>{props.children}</Text>
  );
}
