import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import type { ComponentStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus } from '../HealthStatus';
import { ComponentDetails } from './ComponentDetails';
import styles from './Diagram.module.css';

/** One part of the environment with its health; pressing it shows its checks. */
export function DiagramBox(props: {
  component: ComponentStatus;
  /** All parts of the environment. */
  components: ComponentStatus[];
}) {
  const { component } = props;
  const t = useText();
  const { title, health } = component;
  return (
    <DialogTrigger>
      <Button variant="secondary" className={styles.box}>
        <span className={styles.boxContent}>
          <span>{title}</span> <HealthStatus health={health} />{' '}
          <VisuallyHidden>{t('diagram.choose')}</VisuallyHidden>
        </span>
      </Button>
      <Dialog>
        <DialogHeader>{title}</DialogHeader>
        <DialogBody>
          <ComponentDetails {...props} />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}
