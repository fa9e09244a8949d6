import { Link, Text } from '@backstage/ui';
import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EntityLink } from '../EntityLink';
import { TenantActions, type TenantAction } from '../TenantActions';
import { TenantHealth } from './TenantHealth';
import { useShownEnvironment } from './useShownEnvironment';
import styles from './TenantPage.module.css';

/** Who the tenant is, whose it is, and how it is. */
export function TenantHeader(props: {
  tenant: TenantStatus;
  actions: TenantAction[];
}) {
  const { tenant, actions } = props;
  const shown = useShownEnvironment(tenant);
  const t = useText();
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <Text
          as="h2"
          variant={{ initial: 'title-small', md: 'title-medium' }}
          weight="bold"
        >
          {tenant.title}
        </Text>
        <Text color="secondary">{tenant.name}</Text>
        {shown && <TenantActions status={shown} actions={actions} />}
      </div>
      <TenantHealth tenant={tenant} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('tenant.owner')}</dt>
          <dd>
            <EntityLink entityRef={tenant.owner} />
          </dd>
        </div>
        {tenant.contacts.length > 0 && (
          <div>
            <dt>{t('tenant.contacts')}</dt>
            <dd>
              {tenant.contacts.map(contact => (
                <Link key={contact} href={`mailto:${contact}`}>
                  {contact}
                </Link>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('environment.system')}</dt>
          <dd>
            <EntityLink entityRef={`domain:default/${tenant.name}`} />
          </dd>
        </div>
      </dl>
    </header>
  );
}
