import { Alert } from '@backstage/ui';
import type { Finding } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import styles from './TenantChangePreview.module.css';

/** The rules that the change breaks, each with the value and the way to mend it. */
export function ChangeFindings(props: { findings: Finding[] }) {
  const t = useText();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('fields.preview.refused')}
      description={
        <ul className={styles.findings}>
          {props.findings.map(({ rule, message, help, field, file }) => (
            <li key={`${rule} ${field} ${file} ${message}`}>
              {message} {help} <code>{field ?? file ?? rule}</code>
            </li>
          ))}
        </ul>
      }
    />
  );
}
