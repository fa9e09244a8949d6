import { Text } from '@backstage/ui';
import type { GitOpsStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import styles from './GitOps.module.css';

/** What the engine does, did last, or was told not to do. */
export function Operation({ gitops }: { gitops: GitOpsStatus }) {
  const t = useText();
  const { operation, suspended, automated } = gitops;
  const at =
    operation?.phase === 'Running'
      ? operation.startedAt
      : operation?.finishedAt;
  return (
    <>
      {suspended && (
        <Text as="p" weight="bold" className={styles.block}>
          {t('gitops.suspended')}
        </Text>
      )}
      {automated === false && !suspended && (
        <Text as="p" className={styles.block}>
          {t('gitops.manual')}
        </Text>
      )}
      {operation && (
        <div className={styles.block}>
          <Text as="p">
            {t(`gitops.operation.${operation.phase}`, {
              time: at ? <RelativeTime at={at} /> : t('gitops.unknownTime'),
            })}
          </Text>
          {operation.message && (
            <Text as="p" variant="body-small" color="secondary">
              {operation.message}
            </Text>
          )}
        </div>
      )}
    </>
  );
}
