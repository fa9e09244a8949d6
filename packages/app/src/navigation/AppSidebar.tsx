import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import {
  Settings,
  UserSettingsSignInAvatar,
} from '@backstage/plugin-user-settings';
import { RiMenuLine } from '@remixicon/react';
import { TenantsNavigationItem } from './TenantsNavigationItem';
import { SidebarLogo } from './SidebarLogo';

/** Search, tenants and forms first; then whatever other plugins bring along. */
export function AppSidebar({ navItems }: NavContentComponentProps) {
  const items = navItems.withComponent(NavigationItem);
  const tenants = navItems.take('page:tenants');
  // The fleet page leads there, for those who may see it.
  navItems.take('page:tenants/rollouts');
  navItems.take('page:notifications');
  navItems.take('page:user-settings');
  return (
    <Sidebar>
      <SidebarLogo />
      {items.take('page:search')}
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        {tenants && <TenantsNavigationItem item={tenants} />}
        {items.take('page:scaffolder')}
        {items.take('page:catalog')}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {items.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        <Settings />
      </SidebarGroup>
    </Sidebar>
  );
}

function NavigationItem({ href, title, icon }: NavContentNavItem) {
  return <SidebarItem to={href} text={title} icon={() => icon} />;
}
