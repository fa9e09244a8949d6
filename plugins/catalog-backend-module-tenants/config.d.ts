import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  tenants?: {
    catalog?: {
      /**
       * How often the registry is read; every minute by default. A push event of the forge is
       * answered at once, whatever the schedule says.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Largest share of the descriptors, from 0 to 1, whose entities may disappear from the
       * catalog by one reading; 0.2 by default. One tenant may always disappear. A larger removal
       * is held back until this value allows it; it is looked up at each reading.
       */
      maximumRemovalShare?: number;
      /**
       * Entity ref of the group that owns environments and clusters;
       * `group:default/platform-operators` by default.
       */
      platformOwner?: string;
      /**
       * How the Kubernetes plugin signs in to clusters that it finds in the catalog, for its
       * annotation `kubernetes.io/auth-provider`; `oidc` by default.
       */
      kubernetesAuthProvider?: string;
    };
  };
}
