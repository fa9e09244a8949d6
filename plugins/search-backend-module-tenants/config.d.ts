import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      tenants?: {
        /**
         * How often tenants are indexed; every minute by default. A push event of the forge is
         * answered at once, whatever the schedule says. With an engine that keeps its index in
         * memory, such as Lunr, the scope has to be `local`.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
