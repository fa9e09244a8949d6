import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    /** From where on objects in a tenant's namespace are unwell. */
    kubernetes?: {
      certificates?: {
        /** What is left of a certificate that has to have been renewed; 14 days by default. */
        expiringWithin?: HumanDuration | string;
        /** How long after its time a renewal may take; one day by default. */
        renewalOverdueAfter?: HumanDuration | string;
      };
      backups?: {
        /** Older backups are too old; 5 hours by default. */
        maximumAge?: HumanDuration | string;
        /**
         * Names of the CronJobs that make backups, `*` standing for any run of characters;
         * `*backup*` and `*dump*` by default.
         */
        cronJobs?: string[];
      };
      quotas?: {
        /** Share of a quota, above 0 and at most 1, that counts as nearly used up; 0.9 by default. */
        nearlyUsed?: number;
      };
      secrets?: {
        /** How many refresh intervals a secret may be behind its store; 3 by default. */
        refreshIntervals?: number;
      };
      pods?: {
        /** How long scheduling and starting may take; 3 minutes by default. */
        startWithin?: HumanDuration | string;
      };
    };
  };
}
