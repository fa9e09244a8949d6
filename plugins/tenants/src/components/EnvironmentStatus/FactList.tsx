import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './EnvironmentStatus.module.css';

/**
 * A titled list of facts. Facts that no source reported leave no trace: to show an empty list
 * would say that there is nothing.
 */
export function FactList<T>(props: {
  title: string;
  /** Said when the sources reported that there is nothing. */
  empty: string;
  items: readonly T[] | undefined;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  const { title, empty, items, keyOf, children } = props;
  if (!items) {
    return null;
  }
  return (
    <div className={styles.factList}>
      <Text as="h4" weight="bold">
        {title}
      </Text>
      {items.length > 0 ? (
        <ul className={styles.list} aria-label={title}>
          {items.map(item => (
            <li key={keyOf(item)} className={styles.fact}>
              {children(item)}
            </li>
          ))}
        </ul>
      ) : (
        <Text color="secondary">{empty}</Text>
      )}
    </div>
  );
}
