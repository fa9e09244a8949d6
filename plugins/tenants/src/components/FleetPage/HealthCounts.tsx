import { ToggleButton } from '@backstage/ui';
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
  const { counts, selected, onChange } = props;
  const t = useText();
  const toggle = (health: Health, isSelected: boolean) =>
    onChange(
      worstFirst.filter(other =>
        other === health ? isSelected : selected.includes(other),
      ),
    );
  return (
    <div
      className={styles.counts}
      role="group"
      aria-label={t('fleet.countsLabel')}
    >
      {worstFirst.map(health => (
        <ToggleButton
          key={health}
          isSelected={selected.includes(health)}
          onChange={isSelected => toggle(health, isSelected)}
          iconStart={<CountIcon health={health} count={counts[health]} />}
        >
          <span className={styles.count}>{counts[health]}</span>{' '}
          {t(`health.${health}`)}
        </ToggleButton>
      ))}
    </div>
  );
}

/** Only a health that some tenant has draws the eye. */
function CountIcon({ health, count }: { health: Health; count: number }) {
  const { icon: Icon, tone } = healthAppearance[health];
  return (
    <Icon
      className={styles.countIcon}
      data-tone={count > 0 ? tone : 'neutral'}
      aria-hidden
    />
  );
}
