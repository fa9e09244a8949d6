import { HumanDuration } from '@backstage/types';

export interface Config {
  tenants?: {
    /** The servers that have the series and the alerts of all tenants. */
    prometheus?: {
      /**
       * Address below which `/api/v1/query` answers, without credentials, for example
       * `http://prometheus.monitoring:9090`. Either this, with the credentials beside it, or
       * `servers`.
       */
      url?: string;
      /**
       * Sent with each request.
       *
       * @deepVisibility secret
       */
      headers?: { [name: string]: string };
      /** Sent as `X-Scope-OrgID`, which Mimir asks for. */
      tenantId?: string;
      basicAuth?: {
        username: string;
        /** @visibility secret */
        password: string;
      };
      /** @visibility secret */
      bearerToken?: string;

      /** Several servers, for example one for each region. */
      servers?: {
        /** Name in reports and messages. */
        name: string;
        url: string;
        /** Clusters of the registry whose metrics it has; one server may leave it out. */
        clusters?: string[];
        /** @deepVisibility secret */
        headers?: { [name: string]: string };
        tenantId?: string;
        basicAuth?: {
          username: string;
          /** @visibility secret */
          password: string;
        };
        /** @visibility secret */
        bearerToken?: string;
        alerts?: {
          /** `prometheus` by default. */
          api?: 'prometheus' | 'alertmanager' | 'none';
          /** Where the alerts are, when that is another server. */
          url?: string;
          /** @deepVisibility secret */
          headers?: { [name: string]: string };
          tenantId?: string;
          basicAuth?: {
            username: string;
            /** @visibility secret */
            password: string;
          };
          /** @visibility secret */
          bearerToken?: string;
        };
      }[];

      /** Time after which a request is given up; 10 seconds by default. */
      timeout?: HumanDuration | string;
      /** Time between two looks at the current values; 30 seconds by default. */
      interval?: HumanDuration | string;
      /** Age from which on a value does not count any more; 3 minutes by default. */
      maximumAge?: HumanDuration | string;

      alerts?: {
        /** As in `servers`, for the server of `url`. */
        api?: 'prometheus' | 'alertmanager' | 'none';
        url?: string;
        /** @deepVisibility secret */
        headers?: { [name: string]: string };
        tenantId?: string;
        basicAuth?: {
          username: string;
          /** @visibility secret */
          password: string;
        };
        /** @visibility secret */
        bearerToken?: string;
        /**
         * What a firing alert means, by its label `severity`. By default `critical`, `page` and
         * `error` are Degraded, `info` and `none` are Healthy, and all others Progressing.
         */
        severities?: {
          [severity: string]: 'Healthy' | 'Progressing' | 'Degraded';
        };
      };

      /** Limits by the id of the metric and the severity of the level. */
      thresholds?: {
        [metric: string]: { warning?: number; critical?: number };
      };

      catalogue?: {
        /** Metrics that come with the module; `canton` by default. */
        builtIn?: 'canton' | 'none';
        /** Metrics of the platform's own; one with the id of a built-in metric replaces it. */
        metrics?: {
          /** The check has the id `metric/<id>`. */
          id: string;
          title: string;
          /** What the values mean, and which are well, in one sentence. */
          description: string;
          unit: 'bytes' | 'seconds' | 'cores' | 'count' | 'ratio' | 'coins';
          /**
           * PromQL that aggregates by `$labels`, the label names that tell tenant environments
           * apart, and looks no further back than `$age`, for example
           * `max by ($labels) (last_over_time(queue_depth[$age]))`.
           */
          query: string;
          /** Label that tells the series of one tenant environment apart. */
          seriesLabel?: string;
          /** Whether the tenant page draws it; true by default. */
          chart?: boolean;
          /** Absent for a metric that is shown and not judged. */
          check?: {
            /** Whether a tenant environment with such a component has to report it. */
            expected?: boolean;
            /** On which side of a limit a value is unwell. */
            unwell: 'above' | 'below';
            levels: {
              /** A warning is Progressing, what is critical Degraded. */
              severity: 'warning' | 'critical';
              limit: number;
              /** For the chart. */
              label: string;
              /** One CamelCase word. */
              reason: string;
              /**
               * What is wrong, the likely cause and what to do next; may hold {value}, {limit},
               * {distance} and {names}.
               */
              message: string;
            }[];
            /** Slug of the runbook. */
            runbook?: string;
          };
        }[];
      };
    };
  };
}
