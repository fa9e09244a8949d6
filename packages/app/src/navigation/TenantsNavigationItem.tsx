import { SidebarItem } from '@backstage/core-components';
import type { NavContentNavItem } from '@backstage/plugin-app-react';
import { useUnwellTenantCount } from '@tenantry/plugin-tenants';
import styles from './Sidebar.module.css';

/** The way to the tenants, with the number of those that are broken. */
export function TenantsNavigationItem({ item }: { item: NavContentNavItem }) {
  const { href, title, icon } = item;
  const count = useUnwellTenantCount() ?? 0;
  return (
    <SidebarItem
      to={href}
      text={title}
      icon={() => icon}
      hasNotifications={count > 0}
      aria-label={count > 0 ? `${title}, ${count} unwell` : title}
    >
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count}
        </span>
      )}
    </SidebarItem>
  );
}
