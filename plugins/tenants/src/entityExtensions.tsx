import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { isTenantEntity } from './components/EntityTenant/tenantOfEntity';

export const tenantEntityContent = EntityContentBlueprint.make({
  name: 'status',
  params: {
    path: '/tenant-status',
    title: 'Tenant status',
    group: 'operation',
    filter: isTenantEntity,
    loader: () =>
      import('./components/EntityTenant').then(m => <m.EntityTenantContent />),
  },
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
