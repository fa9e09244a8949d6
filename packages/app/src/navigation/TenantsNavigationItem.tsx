import { SidebarItem } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NavContentNavItem } from '@backstage/plugin-app-react';
import {
  tenantsTranslationRef,
  useUnwellTenantCount,
} from '@tenantry/plugin-tenants';
import styles from './Sidebar.module.css';

/** The way to the tenants, with the number of those that are broken. */
export function TenantsNavigationItem({ item }: { item: NavContentNavItem }) {
  const { href, icon } = item;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const count = useUnwellTenantCount() ?? 0;
  const title = t('fleet.title');
  return (
    <SidebarItem
      to={href}
      text={title}
      icon={() => icon}
      hasNotifications={count > 0}
      aria-label={
        count > 0 ? `${title}, ${t('fleet.unwell', { count })}` : title
      }
    >
      {/* Drawn by the style sheet: the label tells the number to who cannot see it. */}
      {count > 0 && (
        <span className={styles.count} data-count={count} aria-hidden />
      )}
    </SidebarItem>
  );
}
