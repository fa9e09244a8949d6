import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    argocd?: {
      /**
       * Whether requests to sync, refresh and roll back are taken; true by default. The service
       * account of the hub then needs the verb `patch` on Applications.
       */
      requests?: boolean;
      /** How long what runs may differ from Git; 30 minutes by default. */
      outOfSyncAfter?: HumanDuration | string;
      /** How long a sync may run; 30 minutes by default. */
      syncStuckAfter?: HumanDuration | string;
    };
  };
}
