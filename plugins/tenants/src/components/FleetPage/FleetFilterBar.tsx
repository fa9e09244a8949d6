import { useEffect, useState } from 'react';
import { Button, Flex, SearchField, Select } from '@backstage/ui';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { useEnvironments } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { FleetFilters, hasFilters } from './useFleetFilters';
import styles from './FleetPage.module.css';

const typingPauseMs = 300;
const allEnvironments = '*';

interface FilterBarProps {
  filters: FleetFilters;
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
  const applied = filters.q ?? '';
  const [text, setText] = useState(applied);
  const settled = useDebouncedValue(text, typingPauseMs);
  useEffect(() => setText(applied), [applied]);
  useEffect(() => {
    if (settled === text && settled !== applied) {
      onChange({ q: settled || undefined });
    }
  }, [settled, text, applied, onChange]);
  return (
    <SearchField
      className={styles.search}
      aria-label={t('fleet.searchLabel')}
      placeholder={t('fleet.searchPlaceholder')}
      value={text}
      onChange={setText}
    />
  );
}

function EnvironmentFilter({ filters, onChange }: FilterBarProps) {
  const t = useText();
  const { data = [] } = useEnvironments();
  const known = data.map(({ name, title }) => ({ id: name, label: title }));
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
      size="medium"
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
