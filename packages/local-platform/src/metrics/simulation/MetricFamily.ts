import { TenantFault } from '../../faults';
import { WorldTenantEnvironment } from '../../sample/World';

/** All series of one metric. */
export interface MetricFamily {
  name: string;
  type: 'gauge' | 'counter';
  help: string;
  /** The series are kept: what depends on faults is looked up when a value is asked for. */
  seriesOf(scope: EnvironmentScope): SimulatedSeries[];
}

/** What the series of one tenant environment depend on. */
export interface EnvironmentScope {
  environment: WorldTenantEnvironment;
  /** Unix time in seconds since when the fault lasts; undefined while it is off. */
  faultSince(fault: TenantFault): number | undefined;
}

/** A series as a pure function of time. */
export interface SimulatedSeries {
  labels: Record<string, string>;
  /** Value at a Unix time in seconds; undefined while the series is not reported. */
  valueAt(timestamp: number): number | undefined;
}
