import { Button, ButtonLink, Flex, useBreakpoint } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiFilterOffLine, RiStackLine } from '@remixicon/react';
import type { ListTenantsResponse } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { createTenantRouteRef } from '../../routes';
import { StateMessage } from '../PageState';
import { environmentColumns } from './environmentColumns';
import { ExportButton } from './ExportButton';
import { FleetCards } from './FleetCards';
import { FleetPagination } from './FleetPagination';
import { FleetTable } from './FleetTable';
import { HealthCounts } from './HealthCounts';
import { FleetFilters, hasFilters, noFilters } from './useFleetFilters';
import styles from './FleetPage.module.css';

interface FleetListProps {
  list: ListTenantsResponse;
  /** Names of the platform's environments in promotion order; empty while unknown. */
  environments: string[];
  isStale: boolean;
  filters: FleetFilters;
  onChange: (changes: Partial<FleetFilters>) => void;
}

/** The counts, the tenants of one page, and the way to the next. */
export function FleetList(props: FleetListProps) {
  const { list, filters, onChange } = props;
  return (
    <Flex direction="column" gap="4">
      <HealthCounts
        counts={list.healthCounts}
        selected={filters.health}
        onChange={health => onChange({ health })}
      />
      {list.items.length > 0 ? (
        <Tenants {...props} />
      ) : (
        <NoTenants {...props} />
      )}
    </Flex>
  );
}

function Tenants(props: FleetListProps) {
  const { list, environments, isStale, filters, onChange } = props;
  const { up } = useBreakpoint();
  return (
    <>
      {up('md') ? (
        <FleetTable
          tenants={list.items}
          environments={environmentColumns(list.items, environments)}
          isStale={isStale}
        />
      ) : (
        <FleetCards tenants={list.items} />
      )}
      <div className={styles.footer}>
        <FleetPagination
          list={list}
          cursors={filters.cursors}
          onChange={cursors => onChange({ cursors })}
        />
        <ExportButton filters={filters} environments={environments} />
      </div>
    </>
  );
}

function NoTenants({ filters, onChange }: FleetListProps) {
  const t = useText();
  const createRoute = useRouteRef(createTenantRouteRef);
  if (hasFilters(filters)) {
    return (
      <StateMessage
        icon={RiFilterOffLine}
        title={t('fleet.noMatchTitle')}
        description={t('fleet.noMatchDescription')}
        actions={
          <Button onPress={() => onChange(noFilters)}>
            {t('fleet.clearFilters')}
          </Button>
        }
      />
    );
  }
  return (
    <StateMessage
      icon={RiStackLine}
      title={t('fleet.emptyTitle')}
      description={t('fleet.emptyDescription')}
      actions={
        createRoute && (
          <ButtonLink href={createRoute()}>{t('fleet.create')}</ButtonLink>
        )
      }
    />
  );
}
