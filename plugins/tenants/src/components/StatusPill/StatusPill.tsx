import type { ReactNode } from 'react';
import type { RemixiconComponentType } from '@remixicon/react';
import styles from './StatusPill.module.css';

/** How much attention something asks for. */
export type Tone = 'positive' | 'info' | 'neutral' | 'warning' | 'negative';

/** An icon and a word on a tinted ground: three signs for one status, colour being the least. */
export function StatusPill(props: {
  tone: Tone;
  icon: RemixiconComponentType;
  children: ReactNode;
}) {
  const { tone, icon: Icon, children } = props;
  return (
    <span className={styles.pill} data-tone={tone}>
      <Icon className={styles.icon} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
