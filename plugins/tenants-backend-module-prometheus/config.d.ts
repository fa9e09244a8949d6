import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    /** The Prometheus, Thanos, Mimir or VictoriaMetrics that has the series of all tenants. */
    prometheus?: {
      /**
       * Address below which `/api/v1/query` answers, without credentials, for example
       * `http://prometheus.monitoring:9090`.
       */
      url: string;
      /** Time after which a request is given up; 10 seconds by default. */
      timeout?: HumanDuration | string;
      /** Time between two looks at the current values; 30 seconds by default. */
      interval?: HumanDuration | string;
      /**
       * Sent with each request, for example `Authorization` or `X-Scope-OrgID`.
       *
       * @deepVisibility secret
       */
      headers?: { [name: string]: string };
      thresholds?: {
        ledgerLag?: {
          /** Seconds above which the ledger counts as catching up; 60 by default. */
          warningSeconds?: number;
          /** Seconds above which the ledger counts as lagging; 120 by default. */
          criticalSeconds?: number;
        };
        traffic?: {
          /** Bytes of extra traffic below which nothing is sent; 200000 by default. */
          reserveBytes?: number;
        };
        volume?: {
          /** Share of free space below which a volume is nearly full; 0.15 by default. */
          minimumFreeRatio?: number;
        };
      };
    };
  };
}
