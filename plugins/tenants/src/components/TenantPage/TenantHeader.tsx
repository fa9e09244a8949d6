import { Link, Text } from '@backstage/ui';
import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EntityLink } from '../EntityLink';
import { TenantHealth } from './TenantHealth';
import styles from './TenantPage.module.css';

/** Who the tenant is, whose it is, and how it is. */
export function TenantHeader({ tenant }: { tenant: TenantStatus }) {
  const t = useText();
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <Text as="h2" variant="title-medium" weight="bold">
          {tenant.title}
        </Text>
        <Text color="secondary">{tenant.name}</Text>
      </div>
      <TenantHealth tenant={tenant} />
      <dl className={styles.facts}>
        <dt>{t('tenant.owner')}</dt>
        <dd>
          <EntityLink entityRef={tenant.owner} />
        </dd>
        {tenant.contacts.length > 0 && (
          <>
            <dt>{t('tenant.contacts')}</dt>
            <dd>
              {tenant.contacts.map(contact => (
                <Link key={contact} href={`mailto:${contact}`}>
                  {contact}
                </Link>
              ))}
            </dd>
          </>
        )}
        <dt>{t('environment.system')}</dt>
        <dd>
          <EntityLink
            entityRef={`domain:default/${tenant.name}`}
            title={t('tenant.inCatalog')}
          />
        </dd>
      </dl>
    </header>
  );
}
