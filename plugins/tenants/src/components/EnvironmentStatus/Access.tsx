import { Text } from '@backstage/ui';
import { DateTime } from 'luxon';
import type {
  CertificateFact,
  EnvironmentFacts,
  SecretSyncFact,
} from '@tenantry/plugin-tenants-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { FactList } from './FactList';
import styles from './EnvironmentStatus.module.css';

/** What has to be valid for a client to be let in and served. */
export function Access({ facts }: { facts: EnvironmentFacts }) {
  const t = useText();
  if (!facts.certificates && !facts.secrets) {
    return null;
  }
  return (
    <Section title={t('access.title')}>
      <FactList
        title={t('access.certificates')}
        empty={t('access.certificatesEmpty')}
        items={facts.certificates}
        keyOf={({ name }) => name}
      >
        {certificate => <Certificate certificate={certificate} />}
      </FactList>
      <FactList
        title={t('access.secrets')}
        empty={t('access.secretsEmpty')}
        items={facts.secrets}
        keyOf={({ name }) => name}
      >
        {secret => <SecretSync secret={secret} />}
      </FactList>
    </Section>
  );
}

function Certificate({ certificate }: { certificate: CertificateFact }) {
  const t = useText();
  const { name, hosts, expiresAt, renewsAt, issuer } = certificate;
  return (
    <>
      <div className={styles.checkHead}>
        <code className={styles.mono}>{name}</code>
        <Text weight="bold">
          {expiresAt
            ? t('access.expires', { time: <ComingTime at={expiresAt} /> })
            : t('access.notIssued')}
        </Text>
      </div>
      <Text as="p" variant="body-small" className={styles.hosts}>
        {hosts.join(', ')}
      </Text>
      <Text variant="body-small" color="secondary">
        {renewsAt && t('access.renews', { time: <ComingTime at={renewsAt} /> })}
        {renewsAt && issuer && ', '}
        {issuer && t('access.issuer', { issuer })}
      </Text>
    </>
  );
}

/** A moment that may lie ahead ("in 40 days"), with the exact time at hand. */
function ComingTime({ at }: { at: string }) {
  const locale = useLanguage();
  const now = useNow();
  const time = DateTime.fromISO(at);
  return (
    <time
      dateTime={at}
      title={time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS, {
        locale,
      })}
    >
      {time.toRelative({ base: now, locale })}
    </time>
  );
}

function SecretSync({ secret }: { secret: SecretSyncFact }) {
  const t = useText();
  const { name, synced, syncedAt } = secret;
  const state = synced ? 'secretSynced' : 'secretNotSynced';
  return (
    <div className={styles.checkHead}>
      <code className={styles.mono}>{name}</code>
      <Text
        variant="body-small"
        {...(synced ? {} : { color: 'danger', weight: 'bold' })}
      >
        {syncedAt
          ? t(`access.${state}`, { time: <RelativeTime at={syncedAt} /> })
          : t('access.secretNeverSynced')}
      </Text>
    </div>
  );
}
