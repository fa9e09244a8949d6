import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    status?: {
      /** Statuses that no source confirms for longer turn Unknown; 5 minutes by default. */
      staleAfter?: HumanDuration | string;
    };
    runbooks?: {
      /** Where the runbooks are; checks link to the one that tells more. No links without it. */
      baseUrl?: string;
      /** What follows the name of a runbook, for example `.md`; nothing by default. */
      suffix?: string;
    };
    timeline?: {
      /** Older events are deleted; 90 days by default. */
      maximumAge?: HumanDuration | string;
      /** The oldest are deleted when one tenant has more; 1000 by default. */
      maximumEventsPerTenant?: number;
    };
  };
}
