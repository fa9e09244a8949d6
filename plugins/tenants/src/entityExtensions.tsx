import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ENVIRONMENT_ANNOTATION } from '@tenantry/plugin-tenants-common';
import { tenantActionsSchema } from './components/TenantActions/tenantActions.schema';
import { isTenantEntity } from './components/EntityTenant/tenantOfEntity';

export const tenantEntityContent = EntityContentBlueprint.makeWithOverrides({
  name: 'status',
  configSchema: { actions: tenantActionsSchema },
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: '/tenant-status',
      title: 'Tenant status',
      group: 'operation',
      filter: isTenantEntity,
      loader: () =>
        import('./components/EntityTenant').then(m => (
          <m.EntityTenantContent actions={config.actions} />
        )),
    }),
});

export const tenantEntityCard = EntityCardBlueprint.make({
  name: 'status',
  params: {
    type: 'info',
    filter: isTenantEntity,
    loader: () =>
      import('./components/EntityTenant').then(m => <m.EntityTenantCard />),
  },
});

export const clusterEntityCard = EntityCardBlueprint.make({
  name: 'cluster',
  params: {
    type: 'info',
    filter: { kind: 'resource', 'spec.type': 'kubernetes-cluster' },
    loader: () =>
      import('./components/EntityPlatform').then(m => <m.EntityClusterCard />),
  },
});

export const environmentEntityCard = EntityCardBlueprint.make({
  name: 'environment',
  params: {
    type: 'info',
    filter: {
      kind: 'resource',
      'spec.type': 'environment',
      [`metadata.annotations.${ENVIRONMENT_ANNOTATION}`]: { $exists: true },
    },
    loader: () =>
      import('./components/EntityPlatform').then(m => (
        <m.EntityEnvironmentCard />
      )),
  },
});
