import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { healthOrder, type Health } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { healthAppearance } from '../HealthStatus';
import styles from './FleetPage.module.css';

const worstFirst = [...healthOrder].reverse();

/** How many tenants there are of each health; pressing one shows only these. */
export function HealthCounts(props: {
  counts: Record<Health, number>;
  selected: Health[];
  onChange: (health: Health[]) => void;
}) {
  const t = useText();
  return (
    <ToggleButtonGroup
      className={styles.counts}
      selectionMode="multiple"
      aria-label={t('fleet.countsLabel')}
      selectedKeys={props.selected}
      onSelectionChange={keys =>
        props.onChange(worstFirst.filter(health => keys.has(health)))
      }
    >
      {worstFirst.map(health => {
        const { icon: Icon, tone } = healthAppearance[health];
        return (
          <ToggleButton
            key={health}
            id={health}
            iconStart={
              <Icon
                className={styles.countIcon}
                data-tone={props.counts[health] > 0 ? tone : 'neutral'}
              />
            }
          >
            <span className={styles.count}>{props.counts[health]}</span>{' '}
            {t(`health.${health}`)}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
