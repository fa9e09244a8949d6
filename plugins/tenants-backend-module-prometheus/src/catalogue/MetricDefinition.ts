import { Health, MetricUnit } from '@tenantry/plugin-tenants-common';

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

export type Severity = 'warning' | 'critical';

/** A limit, and what it means when a value lies beyond it. */
export interface MetricLevel {
  severity: Severity;
  /** In the unit of the metric. */
  limit: number;
  /** Says in a word or two what lies beyond; for the chart. */
  label: string;
  /** One CamelCase word. */
  reason: string;
  /** What is wrong, the likely cause and what to do next; with the placeholders of `messagePlaceholders`. */
  message: string;
}

/** How the current values of a metric are judged. */
export interface MetricCheck {
  /** Whether every tenant environment that runs such a component has to report it. */
  expected: boolean;
  /** On which side of a limit a value is unwell; the value farthest on that side decides. */
  unwell: 'above' | 'below';
  /** One for a severity at most. */
  levels: readonly MetricLevel[];
  /** Slug of the runbook. */
  runbook?: string;
}

/** One metric of the catalogue. All of it is data, so that a platform can bring its own. */
export interface MetricDefinition {
  /** The check has the id `metric/<id>`. */
  id: string;
  title: string;
  /** What the values mean, and which are well, in one sentence. */
  description: string;
  unit: MetricUnit;
  /**
   * PromQL in which `$labels` stands for the label names that tell tenant environments apart, and
   * `$age` for the age from which on a value does not count any more. See `checkQuery`.
   */
  query: string;
  /** Label that tells the series of one tenant environment apart. */
  seriesLabel?: string;
  /** Whether the tenant page draws it. */
  chart: boolean;
  /** Absent for a metric that is shown and not judged. */
  check?: MetricCheck;
}
