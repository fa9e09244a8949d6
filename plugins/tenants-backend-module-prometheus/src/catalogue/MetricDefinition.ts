import {
  Health,
  MetricChart,
  MetricUnit,
} from '@tenantry/plugin-tenants-common';

/** Limits that a platform may set for itself. */
export interface Thresholds {
  ledgerLagWarningSeconds: number;
  ledgerLagCriticalSeconds: number;
  trafficReserveBytes: number;
  volumeMinimumFreeRatio: number;
}

/** One value of a metric in one tenant environment. */
export interface MetricValue {
  /** Value of the definition's `seriesLabel`, such as the name of a volume. */
  series?: string;
  /** A finite number. */
  value: number;
}

/** What a value means. */
export interface Assessment {
  health: Health;
  /** One CamelCase word. */
  reason?: string;
  /** What is wrong, the likely cause and what to do next. */
  message?: string;
}

/** How the current values of a metric are judged. */
export interface MetricCheck {
  /** Whether every tenant environment that runs has to report it. */
  expected: boolean;
  /** Which of two values is the worse one, for the one that decides. */
  worst: 'highest' | 'lowest';
  assess(worst: MetricValue, thresholds: Thresholds): Assessment;
}

/** One metric of the catalogue. */
export interface MetricDefinition {
  /** The check has the id `metric/<id>`. */
  id: string;
  title: string;
  /** What the values mean, and which are well, in one sentence. */
  description: string;
  unit: MetricUnit;
  /** Label that tells the series of one tenant environment apart. */
  seriesLabel?: string;
  promql(scope: QueryScope): string;
  chartThresholds?(thresholds: Thresholds): MetricChart['thresholds'];
  /** Absent for a metric that is shown and not judged. */
  check?: MetricCheck;
}

/** Which series a query is about: those of all tenants, or those of one tenant environment. */
export interface QueryScope {
  /** For `by (...)`: the labels that bindings match, and the definition's `seriesLabel`. */
  labels: string;
  /** For `{...}`: matchers of one tenant environment, or nothing for all of them. */
  matchers: string;
}
