import { useEffect, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { useText } from '../../hooks/useText';
import type { FleetFilters } from './useFleetFilters';
import styles from './FleetPage.module.css';

const typingPauseMs = 300;

/** Narrows the fleet down by text, once the typing pauses. */
export function TextFilter(props: {
  filters: FleetFilters;
  onChange: (changes: Partial<FleetFilters>) => void;
}) {
  const { filters, onChange } = props;
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
