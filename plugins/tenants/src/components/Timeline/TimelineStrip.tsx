import type { TrackedChange } from '@tenantry/plugin-tenants-common';
import { RiGitCommitLine, RiGitPullRequestLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { ChangeRow } from './ChangeRow';
import { eventIcon } from './eventIcons';
import { EventRow } from './EventRow';
import type { StripRow } from './strip';
import styles from './Timeline.module.css';

/** Changes with what followed from them, and the events between them, along one strip. */
export function TimelineStrip({ rows }: { rows: StripRow[] }) {
  const t = useText();
  return (
    <ol className={styles.events} aria-label={t('timeline.listLabel')}>
      {rows.map(row => (
        <li key={row.key} className={styles.event}>
          <RowIcon row={row} />
          {row.kind === 'change' ? (
            <ChangeRow tracked={row.change} />
          ) : (
            <EventRow event={row.event} />
          )}
        </li>
      ))}
    </ol>
  );
}

function RowIcon({ row }: { row: StripRow }) {
  const Icon =
    row.kind === 'change' ? changeIcon(row.change) : eventIcon(row.event.type);
  return <Icon className={styles.icon} aria-hidden />;
}

function changeIcon({ change }: TrackedChange) {
  return change.number === undefined ? RiGitCommitLine : RiGitPullRequestLine;
}
