import { screen } from '@testing-library/react';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { rootRouteRef } from '@tenantry/plugin-tenants';
import { landingModule } from '.';

const tenantsPage = PageBlueprint.make({
  params: {
    path: '/tenants',
    routeRef: rootRouteRef,
    loader: async () => <h1>The fleet</h1>,
  },
});

describe('landingModule', () => {
  it('opens the portal at the tenants', async () => {
    renderTestApp({
      features: [
        createFrontendPlugin({
          pluginId: 'tenants',
          extensions: [tenantsPage],
        }),
        landingModule,
      ],
      initialRouteEntries: ['/'],
    });
    expect(await screen.findByText('The fleet')).toBeVisible();
  });
});
