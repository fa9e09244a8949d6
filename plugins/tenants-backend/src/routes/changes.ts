import { tenantChangePermission } from '@tenantry/plugin-tenants-common';
import { requirePermission } from '../permissions';
import { RouterOptions, TenantsRouter } from './RouterOptions';

export function addChangeRoutes(
  router: TenantsRouter,
  { httpAuth, permissions, previewer }: RouterOptions,
): void {
  router.post('/v1/changes/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(permissions, tenantChangePermission, credentials);
    response.json(await previewer.preview(request.body, credentials));
  });
}
