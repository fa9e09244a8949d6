import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { DefaultRootHttpRouter } from '@backstage/backend-defaults/rootHttpRouter';
import { Router } from 'express';
import { controlPath } from './controlPath';
import { mountedRoutes, RouterStack } from './mountedRoutes';
import { switchRemovedCheck } from './removableChecks';

/** Tells what the portal has mounted, and removes one check at a time. */
export const controlPlugin = createBackendPlugin({
  pluginId: 'isolation',
  register(env) {
    env.registerInit({
      deps: { root: coreServices.rootHttpRouter },
      async init({ root }) {
        const router = Router();
        router.get('/routes', (_, response) => {
          // The only one that the portal uses.
          const { handler } = root as DefaultRootHttpRouter;
          const mounted = handler.call(root) as unknown as RouterStack;
          response.json(
            mountedRoutes(mounted).filter(
              ({ path }) => !path.startsWith(controlPath),
            ),
          );
        });
        router.put('/removed-check/:name?', (request, response) => {
          switchRemovedCheck(request.params.name);
          response.json({});
        });
        root.use(controlPath, router);
      },
    });
  },
});
