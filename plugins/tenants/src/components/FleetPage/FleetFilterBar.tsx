import { useEffect, useState } from 'react';
import { Button, Flex, SearchField, Select } from '@backstage/ui';
import type { EnvironmentOption } from '@tenantry/plugin-tenants-common';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { useText } from '../../hooks/useText';
import { FleetFilters, hasFilters } from './useFleetFilters';
import styles from './FleetPage.module.css';

const typingPauseMs = 300;
const allEnvironments = '*';

interface FilterBarProps {
  filters: FleetFilters;
  environments: EnvironmentOption[];
  onChange: (changes: Partial<FleetFilters>) => void;
}

/** Text and environment to narrow the fleet down by, and a way to clear all filters. */
export function FleetFilterBar(props: FilterBarProps) {
  const t = useText();
  return (
    <Flex className={styles.filterBar} gap="3" align="end">
      <TextFilter {...props} />
      <EnvironmentFilter {...props} />
      {hasFilters(props.filters) && (
        <Button
          variant="tertiary"
          onPress={() =>
            props.onChange({ q: undefined, environment: undefined, health: [] })
          }
        >
          {t('fleet.clearFilters')}
        </Button>
      )}
    </Flex>
  );
}

function TextFilter({ filters, onChange }: FilterBarProps) {
  const t = useText();
  const [draft, setDraft] = useState<string>();
  const settled = useDebouncedValue(draft, typingPauseMs);
  useEffect(() => {
    if (settled !== undefined && settled === draft) {
      setDraft(undefined);
      onChange({ q: settled || undefined });
    }
  }, [settled, draft, onChange]);
  return (
    <SearchField
      className={styles.search}
      aria-label={t('fleet.searchLabel')}
      placeholder={t('fleet.searchPlaceholder')}
      value={draft ?? filters.q ?? ''}
      onChange={setDraft}
    />
  );
}

function EnvironmentFilter(props: FilterBarProps) {
  const { filters, environments, onChange } = props;
  const t = useText();
  const known = environments.map(({ name, title }) => ({
    id: name,
    label: title,
  }));
  const chosen = filters.environment;
  const options = [
    { id: allEnvironments, label: t('fleet.environmentAll') },
    ...known,
    ...(chosen && !known.some(option => option.id === chosen)
      ? [{ id: chosen, label: chosen }]
      : []),
  ];
  return (
    <Select
      aria-label={t('fleet.environmentLabel')}
      className={styles.environmentFilter}
      options={options}
      value={chosen ?? allEnvironments}
      onChange={value =>
        onChange({
          environment: value === allEnvironments ? undefined : String(value),
        })
      }
    />
  );
}
