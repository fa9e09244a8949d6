import { createBackend } from '@backstage/backend-defaults';

/** The parts of the portal that show tenants, as one replica of it; the arguments name its configuration. */
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@tenantry/plugin-catalog-backend-module-tenants'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@tenantry/plugin-permission-backend-module-tenants'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@tenantry/plugin-tenants-backend'));
backend.add(import('@tenantry/plugin-tenants-backend-module-argocd'));
backend.add(import('@tenantry/plugin-tenants-backend-module-flux'));
backend.add(import('@tenantry/plugin-tenants-backend-module-kubernetes'));
backend.add(import('@tenantry/plugin-tenants-backend-module-prometheus'));
backend.start();
