import { Text } from '@backstage/ui';
import type { PodFact } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus } from '../HealthStatus';
import { RelativeTime } from '../RelativeTime';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** The pods, least well first: how they are, why, and how often they restarted. */
export function Pods({ pods }: { pods?: PodFact[] }) {
  const t = useText();
  return (
    <FactList
      title={t('workloads.pods')}
      empty={t('workloads.podsEmpty')}
      items={pods}
      keyOf={pod => pod.name}
    >
      {pod => <Pod pod={pod} />}
    </FactList>
  );
}

function Pod({ pod }: { pod: PodFact }) {
  return (
    <>
      <div className={styles.checkHead}>
        <HealthStatus health={pod.health} />
        <code className={styles.mono}>{pod.name}</code>
        {pod.reason && <Text variant="body-small">{pod.reason}</Text>}
        {!pod.message && <PodLife pod={pod} />}
      </div>
      {pod.message && (
        <>
          <Text as="p">{pod.message}</Text>
          <PodLife pod={pod} />
        </>
      )}
    </>
  );
}

function PodLife({ pod }: { pod: PodFact }) {
  const t = useText();
  return (
    <Text variant="body-small" color="secondary">
      {t('workloads.podRestarts', { count: pod.restarts })}
      {isAwaited(pod) && `, ${t('workloads.podNotReady')}`}
      {pod.startedAt && (
        <>
          {', '}
          {t('workloads.started', {
            time: <RelativeTime at={pod.startedAt} />,
          })}
        </>
      )}
    </Text>
  );
}

/** Not the pod of a job that has done its work: it is well, and will not be ready any more. */
function isAwaited({ ready, health }: PodFact): boolean {
  return !ready && health !== 'Healthy';
}
