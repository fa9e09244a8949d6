import { ToggleButton } from '@backstage/ui';
import type { TimelineEventType } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { eventIcons } from './eventIcons';
import styles from './Timeline.module.css';

// The keys of a record of the types are these types, and no others.
const types = Object.keys(eventIcons) as TimelineEventType[];

/** Which kinds of events are shown; all of them while none is chosen. */
export function EventTypeFilter(props: {
  selected: TimelineEventType[];
  onChange: (selected: TimelineEventType[]) => void;
}) {
  const { selected, onChange } = props;
  const t = useText();
  return (
    <div
      className={styles.filter}
      role="group"
      aria-label={t('timeline.filterLabel')}
    >
      {types.map(type => {
        const Icon = eventIcons[type];
        return (
          <ToggleButton
            key={type}
            size="small"
            iconStart={<Icon aria-hidden />}
            isSelected={selected.includes(type)}
            onChange={isSelected =>
              onChange(
                types.filter(other =>
                  other === type ? isSelected : selected.includes(other),
                ),
              )
            }
          >
            {t(`timeline.types.${type}`)}
          </ToggleButton>
        );
      })}
    </div>
  );
}
