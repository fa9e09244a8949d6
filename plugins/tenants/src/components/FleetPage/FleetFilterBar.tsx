import { parseEntityRef } from '@backstage/catalog-model';
import { Button, ToggleButton } from '@backstage/ui';
import type { EnvironmentOption } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { FilterSelect } from './FilterSelect';
import { TextFilter } from './TextFilter';
import { FleetFilters, hasFilters, noFilters } from './useFleetFilters';
import styles from './FleetPage.module.css';

interface FilterBarProps {
  filters: FleetFilters;
  environments: EnvironmentOption[];
  /** Names of the clusters to choose from. */
  clusters: string[];
  /** Entity refs of the owners to choose from. */
  owners: string[];
  onChange: (changes: Partial<FleetFilters>) => void;
}

/** Everything to narrow the fleet down by except health, and a way to clear all filters. */
export function FleetFilterBar(props: FilterBarProps) {
  const { filters, onChange } = props;
  const t = useText();
  return (
    <div
      className={styles.filterBar}
      role="search"
      aria-label={t('fleet.filtersLabel')}
    >
      <TextFilter filters={filters} onChange={onChange} />
      <ChoiceFilters {...props} />
      <ToggleButton
        isSelected={filters.behind ?? false}
        onChange={behind => onChange({ behind: behind || undefined })}
      >
        {t('fleet.behindFilter')}
      </ToggleButton>
      {hasFilters(filters) && (
        <Button variant="tertiary" onPress={() => onChange(noFilters)}>
          {t('fleet.clearFilters')}
        </Button>
      )}
    </div>
  );
}

function ChoiceFilters(props: FilterBarProps) {
  const { filters, environments, clusters, owners, onChange } = props;
  const t = useText();
  return (
    <>
      <FilterSelect
        label={t('fleet.environmentLabel')}
        allLabel={t('fleet.environmentAll')}
        options={environments.map(({ name: id, title: label }) => ({
          id,
          label,
        }))}
        value={filters.environment}
        onChange={environment => onChange({ environment })}
      />
      <FilterSelect
        label={t('fleet.clusterLabel')}
        allLabel={t('fleet.clusterAll')}
        options={clusters.map(name => ({ id: name, label: name }))}
        value={filters.cluster}
        onChange={cluster => onChange({ cluster })}
      />
      <FilterSelect
        label={t('fleet.ownerLabel')}
        allLabel={t('fleet.ownerAll')}
        options={owners.map(ref => ({
          id: ref,
          label: parseEntityRef(ref).name,
        }))}
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
    </>
  );
}
