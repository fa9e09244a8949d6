import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    status?: {
      /** Statuses that no source confirms for longer turn Unknown; 5 minutes by default. */
      staleAfter?: HumanDuration | string;
    };
    notifications?: {
      /** Whether people are notified of what becomes unwell, and well again; true by default. */
      enabled?: boolean;
      /**
       * Entity refs of the groups that are told of every tenant and of lost clusters; those of
       * `tenants.permission.operatorGroups` by default. Owners are told of their own tenants.
       */
      operatorGroups?: string[];
      /** People are told of what is Degraded or Missing for longer; 1 minute by default. */
      brokenAfter?: HumanDuration | string;
      /** People are told of what is Unknown, or cannot be asked, for longer; 10 minutes by default. */
      unknownAfter?: HumanDuration | string;
      /** What is well without a break for longer is well again; 5 minutes by default. */
      wellAfter?: HumanDuration | string;
      /** People are told of the same tenant environment at most this often; 30 minutes by default. */
      repeatAfter?: HumanDuration | string;
      /**
       * When more tenant environments than this become unwell at once, operators get one notification
       * of all of them; 5 by default. Owners are told of their own.
       */
      togetherAbove?: number;
      /** What becomes unwell within this time does so at once; 5 minutes by default. */
      togetherWithin?: HumanDuration | string;
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
