import { WorldPod } from '../../sample/World';
import { EnvironmentScope, SimulatedSeries } from './MetricFamily';
import { hash } from './numbers';

/** What Prometheus scrapes: one pod with the labels that service discovery gives it. */
export interface Target {
  pod: WorldPod;
  labels: Record<string, string>;
  /** Seed of everything about the pod's tenant environment that outlives the pod. */
  seed: string;
  /** Unix time in seconds at which the process started that runs, or last ran, at a time. */
  processStart(timestamp: number): number;
  /** Whether the process runs at a time. */
  runs(timestamp: number): boolean;
  /** Whether the process says at a time that it can serve. */
  isReady(timestamp: number): boolean;
}

const jobs: Record<WorldPod['component'], string> = {
  validator: 'validator-app',
  participant: 'participant',
  database: 'pge-postgres-participant',
};
const ports: Record<WorldPod['component'], number> = {
  validator: 10013,
  participant: 10013,
  database: 9187,
};

/** A crash-looping process runs for the first 25 seconds of each minute. */
const crashCycle = { period: 60, runsFor: 25 };

/** The targets of a tenant environment; a suspended one has none. */
export function targetsOf(scope: EnvironmentScope): Target[] {
  const { environment } = scope;
  if (environment.suspended) return [];
  return environment.pods.map(pod => ({
    pod,
    labels: {
      cluster: environment.cluster,
      namespace: environment.namespace,
      job: jobs[pod.component],
      pod: pod.name,
      instance: `${podAddress(environment.cluster, pod.name)}:${
        ports[pod.component]
      }`,
    },
    seed: `${environment.cluster}/${environment.namespace}`,
    ...lifeOf(pod, scope),
  }));
}

/** Series that a pod's own process reports, and does not report while it is down. */
export function reportedBy(
  component: WorldPod['component'],
  describe: (target: Target, scope: EnvironmentScope) => SimulatedSeries[],
): (scope: EnvironmentScope) => SimulatedSeries[] {
  return scope =>
    targetsOf(scope)
      .filter(({ pod }) => pod.component === component)
      .flatMap(target =>
        describe(target, scope).map(({ labels, valueAt }) => ({
          labels: { ...target.labels, ...labels },
          valueAt: timestamp =>
            target.runs(timestamp) ? valueAt(timestamp) : undefined,
        })),
      );
}

function lifeOf(
  pod: WorldPod,
  { faultSince }: EnvironmentScope,
): Pick<Target, 'processStart' | 'runs' | 'isReady'> {
  const startedAt = Date.parse(pod.startedAt) / 1000;
  const crashes = (timestamp: number) =>
    pod.component === 'participant' &&
    timestamp >= (faultSince('crash-looping-participant') ?? Infinity);
  const cycle = (timestamp: number) => timestamp % crashCycle.period;
  return {
    processStart: timestamp =>
      crashes(timestamp)
        ? Math.max(startedAt, timestamp - cycle(timestamp))
        : startedAt,
    runs: timestamp =>
      timestamp >= startedAt &&
      (!crashes(timestamp) || cycle(timestamp) < crashCycle.runsFor),
    isReady: timestamp => pod.ready && !crashes(timestamp),
  };
}

function podAddress(cluster: string, pod: string): string {
  const bits = hash(`${cluster}/${pod}`);
  return `10.${bits & 63}.${(bits >>> 8) & 255}.${((bits >>> 16) & 127) + 2}`;
}
