import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';

/**
 * Backstage's own HTTP service, but that no browser and no proxy keeps what the API answers: it is
 * for who asks, and would outlive their session. A plugin may say otherwise.
 */
export default rootHttpRouterServiceFactory({
  configure({ app, applyDefaults }) {
    app.use('/api', (_, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      next();
    });
    applyDefaults();
  },
});
