import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiGitPullRequestLine, RiStackLine } from '@remixicon/react';
import { tenantActionsSchema } from './components/TenantActions/tenantActions.schema';
import { rolloutsRouteRef, rootRouteRef, tenantRouteRef } from './routes';

export const fleetPage = PageBlueprint.make({
  params: {
    path: '/tenants',
    title: 'Tenants',
    icon: <RiStackLine />,
    routeRef: rootRouteRef,
    loader: () => import('./components/FleetPage').then(m => <m.FleetPage />),
  },
});

export const tenantPage = PageBlueprint.makeWithOverrides({
  name: 'tenant',
  configSchema: { actions: tenantActionsSchema },
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: '/tenants/:tenant',
      routeRef: tenantRouteRef,
      loader: () =>
        import('./components/TenantPage').then(m => (
          <m.TenantPage actions={config.actions} />
        )),
    }),
});

export const rolloutsPage = PageBlueprint.make({
  name: 'rollouts',
  params: {
    path: '/rollouts',
    title: 'Rollouts',
    icon: <RiGitPullRequestLine />,
    routeRef: rolloutsRouteRef,
    loader: () =>
      import('./components/RolloutsPage').then(m => <m.RolloutsPage />),
  },
});
