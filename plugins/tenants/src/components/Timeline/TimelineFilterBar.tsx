import { Select, ToggleButton } from '@backstage/ui';
import {
  RiAlarmWarningLine,
  RiGitMergeLine,
  RiHeartPulseLine,
  RiUploadCloud2Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { timelineKindNames, type TimelineKind } from './timelineKinds';
import type { TimelineFilters } from './useTimelineFilters';
import styles from './Timeline.module.css';

const icons: Record<TimelineKind, RemixiconComponentType> = {
  changes: RiGitMergeLine,
  syncs: RiUploadCloud2Line,
  health: RiHeartPulseLine,
  alerts: RiAlarmWarningLine,
};

/** Stands for no choice; no environment can be spelled so. */
const all = '*';

interface FilterProps {
  filters: TimelineFilters;
  onChange: (filters: TimelineFilters) => void;
}

/** Which kinds of events are shown, and from which environment. */
export function TimelineFilterBar(
  props: FilterProps & { environments: string[] },
) {
  const t = useText();
  return (
    <div
      className={styles.filter}
      role="group"
      aria-label={t('timeline.filterLabel')}
    >
      <KindToggles {...props} />
      {props.environments.length > 1 && <EnvironmentSelect {...props} />}
    </div>
  );
}

function KindToggles({ filters, onChange }: FilterProps) {
  const t = useText();
  const toggle = (kind: TimelineKind, isSelected: boolean) =>
    onChange({
      ...filters,
      kinds: timelineKindNames.filter(other =>
        other === kind ? isSelected : filters.kinds.includes(other),
      ),
    });
  return timelineKindNames.map(kind => {
    const Icon = icons[kind];
    return (
      <ToggleButton
        key={kind}
        size="small"
        iconStart={<Icon aria-hidden />}
        isSelected={filters.kinds.includes(kind)}
        onChange={isSelected => toggle(kind, isSelected)}
      >
        {t(`timeline.kinds.${kind}`)}
      </ToggleButton>
    );
  });
}

function EnvironmentSelect(props: FilterProps & { environments: string[] }) {
  const { filters, onChange, environments } = props;
  const t = useText();
  return (
    <Select
      size="small"
      aria-label={t('timeline.environmentLabel')}
      options={[
        { id: all, label: t('timeline.environmentAll') },
        ...environments.map(name => ({ id: name, label: name })),
      ]}
      value={filters.environment ?? all}
      onChange={chosen =>
        onChange({
          ...filters,
          environment: chosen === all ? undefined : String(chosen),
        })
      }
    />
  );
}
