import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';

/** A plugin that answers everybody who is signed in with what only it may read. */
export const leakyPlugin = createBackendPlugin({
  pluginId: 'leaky',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, discovery, httpRouter }) {
        const router = Router();
        router.get('/v1/reports/:report', async (request, response) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'tenants',
          });
          const url = await discovery.getBaseUrl('tenants');
          const name = encodeURIComponent(request.params.report);
          const answer = await fetch(`${url}/v1/tenants/${name}`, {
            headers: { Authorization: `Bearer ${token}` },
          });
          response.status(answer.status).json(await answer.json());
        });
        httpRouter.use(router);
      },
    });
  },
});
