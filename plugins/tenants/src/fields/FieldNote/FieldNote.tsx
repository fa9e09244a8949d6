import type { ReactNode } from 'react';
import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiInformationLine,
  RiLoader4Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import styles from './FieldNote.module.css';

type NoteTone = 'good' | 'bad' | 'info' | 'busy';

const icons: Record<NoteTone, RemixiconComponentType> = {
  good: RiCheckboxCircleFill,
  bad: RiErrorWarningFill,
  info: RiInformationLine,
  busy: RiLoader4Line,
};

/** A sentence under a field that says how what was entered is doing. */
export function FieldNote(props: { tone: NoteTone; children: ReactNode }) {
  const Icon = icons[props.tone];
  return (
    <div className={styles.note} data-tone={props.tone} role="status">
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>{props.children}</div>
    </div>
  );
}
