import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    /**
     * How often each signed-in caller may ask for what is expensive, by the name of the limit:
     * `metrics`, `timeline`, `preview`, `requests`, `rollouts`, `pages`, `search` and `tasks`.
     */
    rateLimits?: {
      [name: string]: {
        /** Requests in one window, at least 1. */
        limit?: number;
        /** Length of the window; a minute by default. */
        window?: HumanDuration | string;
      };
    };
  };
}
