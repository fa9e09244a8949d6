import { Text } from '@backstage/ui';
import {
  alertCheckId,
  type AlertFact,
  type ComponentStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { ElapsedTime } from '../RelativeTime';
import { RunbookLink } from '../RunbookLink';
import { Section } from '../Section';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** What fires now; the runbook is that of the check which stands for the alert. */
export function Alerts(props: {
  alerts?: AlertFact[];
  components: ComponentStatus[];
}) {
  const { alerts, components } = props;
  const t = useText();
  if (!alerts?.length) {
    return null;
  }
  return (
    <Section title={t('access.alerts')}>
      <FactList
        title={t('access.alertsNow')}
        empty={t('access.alertsEmpty')}
        items={alerts}
        keyOf={({ name, since, summary }) => `${name} ${since} ${summary}`}
      >
        {alert => (
          <Alert alert={alert} runbook={runbookOf(alert, components)} />
        )}
      </FactList>
    </Section>
  );
}

function Alert(props: { alert: AlertFact; runbook?: string }) {
  const t = useText();
  const { name, severity, summary, since } = props.alert;
  return (
    <>
      <div className={styles.checkHead}>
        <Text weight="bold">{name}</Text>
        {severity && <Text variant="body-small">{severity}</Text>}
        {props.runbook && <RunbookLink url={props.runbook} of={name} />}
      </div>
      {summary && <Text as="p">{summary}</Text>}
      <Text variant="body-small" color="secondary">
        {t('common.since', { time: <ElapsedTime at={since} /> })}
      </Text>
    </>
  );
}

function runbookOf(
  { name }: AlertFact,
  components: ComponentStatus[],
): string | undefined {
  return components
    .flatMap(({ checks }) => checks)
    .find(({ id }) => id === alertCheckId(name))?.runbook;
}
