import {
  RiCheckLine,
  RiGitPullRequestLine,
  RiQuestionLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { SyncStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import styles from './SyncStatusLabel.module.css';

const icons: Record<SyncStatus, RemixiconComponentType> = {
  Synced: RiCheckLine,
  OutOfSync: RiGitPullRequestLine,
  Unknown: RiQuestionLine,
};

/** Whether what Git says is what runs; quieter than health, for it is another axis. */
export function SyncStatusLabel(props: { sync: SyncStatus }) {
  const t = useText();
  const Icon = icons[props.sync];
  return (
    <span className={styles.label} data-sync={props.sync}>
      <Icon className={styles.icon} aria-hidden />
      {t(`sync.${props.sync}`)}
    </span>
  );
}
