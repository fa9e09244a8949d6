import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import {
  createTenantRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  templateRouteRef,
  tenantRouteRef,
} from '../routes';

/** Renders at a path of the app with the pages' routes mounted and the given tenants API. */
export function renderWithApi(
  element: JSX.Element,
  options: { api: TenantsApi; path?: string; mountPath?: string },
) {
  return renderInTestApp(element, {
    apis: [[tenantsApiRef, options.api]],
    mountPath: options.mountPath,
    initialRouteEntries: options.path ? [options.path] : undefined,
    mountedRoutes: {
      '/create': createTenantRouteRef,
      '/create/templates/:namespace/:templateName': templateRouteRef,
      '/tenants': rootRouteRef,
      '/rollouts': rolloutsRouteRef,
      '/tenants/:tenant': tenantRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}
