import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { createRegistryReader } from '@tenantry/plugin-tenants-node';
import { createPushAwareRunner } from './createPushAwareRunner';
import { TenantsCollatorFactory } from './TenantsCollatorFactory';

/**
 * Puts tenants into Backstage search.
 *
 * @public
 */
export const searchModuleTenants = createBackendModule({
  pluginId: 'search',
  moduleId: 'tenants',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        index: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ config, events, index, logger, scheduler, urlReader }) {
        index.addCollator({
          schedule: createPushAwareRunner({
            scheduler,
            schedule: readSchedule(config),
            events,
            logger,
          }),
          factory: new TenantsCollatorFactory({
            reader: createRegistryReader({ config, urlReader }),
            logger,
          }),
        });
      },
    });
  },
});

function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(
    'search.collators.tenants.schedule',
  );
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : { frequency: { minutes: 1 }, timeout: { minutes: 1 } };
}
