import { Text } from '@backstage/ui';
import {
  compareHealth,
  type Check,
  type ComponentStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { HealthStatus } from '../HealthStatus';
import { ElapsedTime, RelativeTime } from '../RelativeTime';
import { RunbookLink } from '../RunbookLink';
import styles from './Checks.module.css';

/** What was observed of a component, the worst first. */
export function Checks(props: { component: ComponentStatus }) {
  const t = useText();
  const { checks, title, health, message } = props.component;
  if (checks.length === 0) {
    const why = health === 'Unknown' ? 'noChecks' : 'followsProvider';
    return (
      <>
        <Text as="p" color="secondary">
          {t(`components.${why}`)}
        </Text>
        {message && <Text as="p">{message}</Text>}
      </>
    );
  }
  return (
    <ul
      className={`${styles.list} ${styles.checks}`}
      aria-label={t('components.checksLabel', { component: title })}
    >
      {[...checks]
        .sort((left, right) => compareHealth(right.health, left.health))
        .map(check => (
          <li key={check.id} className={styles.check}>
            <CheckDetails check={check} />
          </li>
        ))}
    </ul>
  );
}

function CheckDetails({ check }: { check: Check }) {
  const t = useText();
  const { id, health, reason, message, runbook, lastKnown } = check;
  const isOneLine = !message && !lastKnown;
  return (
    <>
      <div className={styles.checkHead}>
        <HealthStatus health={health} />
        <code className={styles.mono}>{id}</code>
        {reason && <Text variant="body-small">{reason}</Text>}
        {runbook && <RunbookLink url={runbook} of={id} />}
        {isOneLine && <CheckTimes check={check} />}
      </div>
      {message && <Text as="p">{message}</Text>}
      {lastKnown && (
        <Text as="p" variant="body-small">
          {t('components.lastKnown', {
            time: <RelativeTime at={lastKnown.observedAt} />,
            health: t(`health.${lastKnown.health}`),
          })}
          {lastKnown.message && ` – ${lastKnown.message}`}
        </Text>
      )}
      {!isOneLine && <CheckTimes check={check} />}
    </>
  );
}

function CheckTimes({ check: { since, observedAt } }: { check: Check }) {
  const t = useText();
  return (
    <Text variant="body-small" color="secondary">
      {t('common.since', { time: <ElapsedTime at={since} /> })}
      {', '}
      {t('common.lastConfirmed', { time: <RelativeTime at={observedAt} /> })}
    </Text>
  );
}
