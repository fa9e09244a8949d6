import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/**
 * The fleet page.
 *
 * @public
 */
export const rootRouteRef = createRouteRef();

/**
 * The page of one tenant.
 *
 * @public
 */
export const tenantRouteRef = createRouteRef({ params: ['tenant'] });

/**
 * Changes of many tenants, wave after wave.
 *
 * @public
 */
export const rolloutsRouteRef = createRouteRef();

/**
 * Where a new tenant is asked for: the scaffolder's list of templates, unless bound elsewhere.
 *
 * @public
 */
export const createTenantRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

/**
 * The form of one template: the scaffolder's, unless bound elsewhere.
 *
 * @public
 */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
