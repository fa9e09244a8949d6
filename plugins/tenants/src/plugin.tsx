import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { tenantsApi } from './apis';
import {
  clusterEntityCard,
  environmentEntityCard,
  tenantEntityCard,
  tenantEntityContent,
} from './entityExtensions';
import {
  tenantAllowListFormField,
  tenantChangePreviewFormField,
  tenantEnvironmentsFormField,
  tenantNameFormField,
  tenantPickerFormField,
  tenantRolloutPlanFormField,
  tenantTextFormField,
  tenantTextListFormField,
} from './formFields';
import { fleetPage, rolloutsPage, tenantPage } from './pages';
import {
  createTenantRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  templateRouteRef,
  tenantRouteRef,
} from './routes';
import {
  tenantSearchResultListItem,
  tenantSearchResultType,
} from './searchExtensions';

/**
 * Shows tenants, their health in every environment, and the forms that change them.
 *
 * @public
 */
export const tenantsPlugin = createFrontendPlugin({
  pluginId: 'tenants',
  title: 'Tenants',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    tenant: tenantRouteRef,
    rollouts: rolloutsRouteRef,
  },
  externalRoutes: {
    createTenant: createTenantRouteRef,
    template: templateRouteRef,
  },
  extensions: [
    tenantsApi,
    fleetPage,
    tenantPage,
    rolloutsPage,
    tenantEntityContent,
    tenantEntityCard,
    clusterEntityCard,
    environmentEntityCard,
    tenantSearchResultListItem,
    tenantSearchResultType,
    tenantNameFormField,
    tenantPickerFormField,
    tenantRolloutPlanFormField,
    tenantTextFormField,
    tenantTextListFormField,
    tenantEnvironmentsFormField,
    tenantAllowListFormField,
    tenantChangePreviewFormField,
  ],
});
