import { RouterOptions, TenantsRouter } from './RouterOptions';

export function addChangeRoutes(
  router: TenantsRouter,
  { httpAuth, authorizedChanges, previewer }: RouterOptions,
): void {
  router.post('/v1/changes/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await authorizedChanges.requireAny(credentials);
    response.json(await previewer.preview(request.body, credentials));
  });
}
