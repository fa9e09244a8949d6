import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { tenantRolloutPermission } from '@tenantry/plugin-tenants-common';
import { Request } from 'express';
import { requirePermission } from '../permissions';
import { RouterOptions, TenantsRouter } from './RouterOptions';
import { sendJson } from './sendJson';

export function addRolloutRoutes(
  router: TenantsRouter,
  options: Pick<
    RouterOptions,
    'httpAuth' | 'permissions' | 'authorizedChanges' | 'rollouts' | 'starterOf'
  >,
): void {
  const { httpAuth, permissions, authorizedChanges, rollouts, starterOf } =
    options;
  async function permitted(
    request: Pick<Request, 'headers'>,
  ): Promise<BackstageCredentials> {
    const credentials = await httpAuth.credentials(request as Request, {
      allow: ['user', 'service'],
    });
    await requirePermission(permissions, tenantRolloutPermission, credentials);
    return credentials;
  }

  const changeable = async (request: Pick<Request, 'headers'>) =>
    authorizedChanges.mayChange(await permitted(request));

  router.get('/v1/rollouts', async (request, response) => {
    const mayChange = await changeable(request);
    sendJson(request, response, { items: await rollouts.list(mayChange) });
  });

  router.post('/v1/rollouts', async (request, response) => {
    const credentials = await permitted(request);
    const rollout = await rollouts.start(
      request.body,
      await starterOf(credentials),
      credentials,
    );
    response.status(201).json(rollout);
  });

  router.post('/v1/rollouts/plan', async (request, response) => {
    const credentials = await permitted(request);
    response.json(await rollouts.plan(request.body, credentials));
  });

  router.get('/v1/rollouts/:rollout', async (request, response) => {
    const mayChange = await changeable(request);
    const { rollout } = request.params;
    sendJson(request, response, await rollouts.get(rollout, mayChange));
  });

  router.post('/v1/rollouts/:rollout/:action', async (request, response) => {
    const mayChange = await changeable(request);
    const { rollout, action } = request.params;
    response.json(await rollouts.act(rollout, action, mayChange));
  });
}
