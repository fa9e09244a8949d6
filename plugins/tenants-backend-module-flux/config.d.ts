import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    flux?: {
      /**
       * Whether requests to reconcile, suspend and resume are taken; true by default. The service
       * account of each cluster then needs the verb `patch` on Kustomizations and sources.
       */
      requests?: boolean;
      /** How long a reconciliation may take; 30 minutes by default. */
      stuckAfter?: HumanDuration | string;
    };
  };
}
