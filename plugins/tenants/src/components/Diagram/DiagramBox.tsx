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
import { Checks } from '../Checks';
import { HealthStatus } from '../HealthStatus';
import styles from './Diagram.module.css';

/** One part of the environment with its health; pressing it shows its checks. */
export function DiagramBox({ component }: { component: ComponentStatus }) {
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
          <Checks component={component} />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}
