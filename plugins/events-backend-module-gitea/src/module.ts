import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createSignatureValidator } from './createSignatureValidator';

const secretKey = 'events.modules.gitea.webhookSecret';

/**
 * Publishes signed webhooks that arrive at `/api/events/http/gitea` under the topic `gitea`.
 *
 * @public
 */
export const eventsModuleGitea = createBackendModule({
  pluginId: 'events',
  moduleId: 'gitea',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, events, logger }) {
        const secret = config.getOptionalString(secretKey);
        if (secret === undefined) {
          logger.info(
            `Webhooks of Gitea are refused: there is no ${secretKey}.`,
          );
        }
        events.addHttpPostIngress({
          topic: 'gitea',
          validator: createSignatureValidator(secret),
        });
      },
    });
  },
});
