import {
  createFrontendPlugin,
  type FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';

/** The stock Kubernetes plugin, as far as it is looked for. */
export const kubernetesPlugin = createFrontendPlugin({
  pluginId: 'kubernetes',
  extensions: [
    EntityContentBlueprint.make({
      name: 'kubernetes',
      params: {
        path: '/kubernetes',
        title: 'Kubernetes',
        loader: async () => <></>,
      },
    }),
  ],
});

/** Decisions are kept for all of a test file, so that each file has one. */
export function renderWithDecision(
  element: JSX.Element,
  decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
  features: FrontendFeature[] = [],
) {
  const permission = mockApis.permission({ authorize: decision });
  renderInTestApp(element, {
    features,
    apis: [[permissionApiRef, permission]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}
