import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import type { RemixiconComponentType } from '@remixicon/react';
import styles from './StateMessage.module.css';

/** What stands in place of data: what is the matter, why, and what to do next. */
export function StateMessage(props: {
  icon: RemixiconComponentType;
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
}) {
  const { icon: Icon, title, description, actions, role = 'status' } = props;
  return (
    <div className={styles.root} role={role}>
      <Icon className={styles.icon} aria-hidden />
      <Text as="p" variant="title-x-small" weight="bold">
        {title}
      </Text>
      {description && (
        <Text as="p" color="secondary">
          {description}
        </Text>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
