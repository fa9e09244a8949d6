import { Text } from '@backstage/ui';
import type { Endpoint } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { Section } from '../Section';
import styles from './EnvironmentStatus.module.css';

/** What a client connects to. */
export function Endpoints(props: { endpoints: Endpoint[] }) {
  const t = useText();
  return (
    <Section title={t('endpoints.title')}>
      {props.endpoints.length > 0 ? (
        <ul className={styles.list}>
          {props.endpoints.map(endpoint => (
            <li key={endpoint.name} className={styles.row}>
              <EndpointDetails endpoint={endpoint} />
            </li>
          ))}
        </ul>
      ) : (
        <Text color="secondary">{t('endpoints.empty')}</Text>
      )}
    </Section>
  );
}

function EndpointDetails({ endpoint }: { endpoint: Endpoint }) {
  const t = useText();
  const address = endpoint.url ?? `${endpoint.host}:${endpoint.port}`;
  return (
    <>
      <span className={styles.rowText}>
        <Text variant="body-small" color="secondary">
          {t('endpoints.connection', {
            title: endpoint.title,
            protocol: endpoint.protocol,
            port: String(endpoint.port),
          })}
        </Text>
        <code className={styles.mono}>{address}</code>
      </span>
      <CopyButton
        text={address}
        what={t('endpoints.address', { title: endpoint.title })}
      />
    </>
  );
}
