import { GitOpsRequest } from '@tenantry/plugin-tenants-common';
import { RequestGitOpsOptions } from '../gitops';
import { RouterOptions, TenantsRouter } from './RouterOptions';

const environmentPath = '/v1/tenants/:tenant/environments/:environment';

export function addGitOpsRoutes(
  router: TenantsRouter,
  { httpAuth, gitOps }: Pick<RouterOptions, 'httpAuth' | 'gitOps'>,
): void {
  async function pass(
    httpRequest: RequestGitOpsOptions['httpRequest'],
    request: GitOpsRequest,
  ): Promise<void> {
    const { tenant, environment } = httpRequest.params;
    const credentials = await httpAuth.credentials(httpRequest, {
      allow: ['user', 'service'],
    });
    await gitOps.request({
      tenant,
      environment,
      request,
      credentials,
      httpRequest,
    });
  }

  for (const action of ['sync', 'refresh', 'suspend', 'resume'] as const) {
    router.post(`${environmentPath}/${action}`, async (request, response) => {
      await pass(request, { action });
      response.status(202).end();
    });
  }

  router.post(`${environmentPath}/rollback`, async (request, response) => {
    const { deployment } = request.body;
    await pass(request, { action: 'rollback', deployment });
    response.status(202).end();
  });
}
