import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('./rootHttpRouter'));

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@tenantry/plugin-auth-backend-module-tenants'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@tenantry/plugin-catalog-backend-module-tenants'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-events-backend-module-gitlab'));
backend.add(import('@tenantry/plugin-events-backend-module-gitea'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@tenantry/plugin-permission-backend-module-tenants'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@tenantry/plugin-scaffolder-backend-module-tenants'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@tenantry/plugin-search-backend-module-tenant-search'));
backend.add(import('@tenantry/plugin-search-backend-module-tenants'));

backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@tenantry/plugin-tenants-backend'));
backend.add(import('@tenantry/plugin-tenants-backend-module-argocd'));
backend.add(import('@tenantry/plugin-tenants-backend-module-flux'));
backend.add(import('@tenantry/plugin-tenants-backend-module-kubernetes'));
backend.add(import('@tenantry/plugin-tenants-backend-module-prometheus'));

backend.start();
