import { Connectivity, Observation, StatusSink } from '../../sources';

/** Keeps what a source reports. */
export class RecordingSink implements StatusSink {
  readonly reports: Observation[] = [];
  readonly connectivity: (Connectivity & { affected: string[] })[] = [];

  report(observation: Observation): void {
    this.reports.push(observation);
  }

  reportConnectivity(
    connectivity: Connectivity,
    affected: readonly { tenant: string; environment: string }[],
  ): void {
    this.connectivity.push({
      ...connectivity,
      affected: affected.map(
        ({ tenant, environment }) => `${tenant}-${environment}`,
      ),
    });
  }

  /** The last report on a tenant environment. */
  latest(tenant: string): Observation | undefined {
    return this.reports.filter(report => report.tenant === tenant).at(-1);
  }
}
