import { Text } from '@backstage/ui';
import type { TimelineEvent } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { HealthStatus } from '../HealthStatus';
import { RelativeTime } from '../RelativeTime';
import { ChangeLink } from './ChangeLink';
import { eventSentence } from './eventSentence';
import { shortRevision } from './shortRevision';
import styles from './Timeline.module.css';

/** An event that no change on the strip tells of. */
export function EventRow({ event }: { event: TimelineEvent }) {
  const { health, environment, at, change, revision } = event;
  const detail = event.cause ?? event.alert?.summary;
  const t = useText();
  return (
    <div className={styles.text}>
      <Text as="p">{eventSentence(event, t)}</Text>
      {health && <HealthStatus health={health} />}
      {detail && <Text variant="body-small">{detail}</Text>}
      <Text variant="body-small" color="secondary">
        {environment}, <RelativeTime at={at} />
      </Text>
      {change && <ChangeLink change={change} />}
      {revision && <Revision revision={revision} />}
    </div>
  );
}

function Revision({ revision }: { revision: string }) {
  const t = useText();
  const name = t('timeline.revision', { revision: shortRevision(revision) });
  return (
    <span className={styles.revision}>
      <Text variant="body-small" color="secondary" title={revision}>
        {name}
      </Text>
      <CopyButton text={revision} what={name} />
    </span>
  );
}
