import { Text } from '@backstage/ui';
import type { TenantEnvironmentSummary } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import styles from './FleetPage.module.css';

/** The versions in a tenant environment, marked where behind; the template's only where behind. */
export function EnvironmentVersions(props: {
  environment: TenantEnvironmentSummary;
}) {
  const { versions, templateVersion, behind } = props.environment;
  const t = useText();
  const template = t('fleet.template', { version: templateVersion });
  return (
    <>
      {Object.entries(versions).map(([name, version]) => (
        <Version
          key={name}
          text={`${name} ${version}`}
          isBehind={behind.includes(name)}
        />
      ))}
      {behind.includes('template') && <Version text={template} isBehind />}
    </>
  );
}

function Version({ text, isBehind }: { text: string; isBehind: boolean }) {
  const t = useText();
  return (
    <Text
      variant="body-small"
      color={isBehind ? 'primary' : 'secondary'}
      className={styles.version}
    >
      {isBehind ? t('fleet.behind', { version: text }) : text}
    </Text>
  );
}
