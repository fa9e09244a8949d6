import { WorldPod } from '../../../sample/World';
import {
  EnvironmentScope,
  MetricFamily,
  SimulatedSeries,
} from '../MetricFamily';
import { grown } from '../growth';
import { noise, totalLoad } from '../numbers';
import { Target, targetsOf } from '../targets';

const containers: Record<
  WorldPod['component'],
  { name: string; cores: number; memoryBytes: number }
> = {
  participant: { name: 'participant', cores: 0.6, memoryBytes: 9.2e9 },
  validator: { name: 'validator-app', cores: 0.25, memoryBytes: 2.3e9 },
  database: { name: 'postgres', cores: 0.3, memoryBytes: 1.4e9 },
};

/** Seconds after which a process has most of its memory. */
const warmUp = 300;
/** Seconds between the first restarts of a container. */
const restartInterval = 20;

/** Metrics that the kubelet, kube-state-metrics and cert-manager report. */
export const kubernetesFamilies: MetricFamily[] = [
  {
    name: 'up',
    type: 'gauge',
    help: 'Whether the target could be scraped.',
    seriesOf: scope =>
      targetsOf(scope).map(target => ({
        labels: target.labels,
        valueAt: at => onceStarted(target, at, target.runs(at) ? 1 : 0),
      })),
  },
  {
    name: 'container_cpu_usage_seconds_total',
    type: 'counter',
    help: 'Processor time that the container has used.',
    seriesOf: ofContainers(({ pod, seed, runs, processStart }, at) => {
      const used = totalLoad(`${seed} ${pod.component}`, processStart(at), at);
      return runs(at) ? containers[pod.component].cores * used : undefined;
    }),
  },
  {
    name: 'container_memory_working_set_bytes',
    type: 'gauge',
    help: 'Memory that the container cannot do without.',
    seriesOf: ofContainers(({ pod, seed, runs, processStart }, at) => {
      if (!runs(at)) return undefined;
      const warm = 1 - 0.6 * Math.exp((processStart(at) - at) / warmUp);
      const moving = 0.9 + 0.1 * noise(`${seed} ${pod.component}`, at, 600);
      return Math.round(containers[pod.component].memoryBytes * warm * moving);
    }),
  },
  {
    name: 'kube_pod_container_status_restarts_total',
    type: 'counter',
    help: 'Restarts of the container.',
    seriesOf: scope =>
      ofContainers((target, at) =>
        onceStarted(target, at, restarts(target, at)),
      )(scope).map(({ labels, valueAt }) => ({
        labels: {
          ...labels,
          job: 'kube-state-metrics',
          instance: 'kube-state-metrics:8080',
        },
        valueAt,
      })),
  },
  {
    name: 'kube_namespace_labels',
    type: 'gauge',
    help: 'Labels of the namespace.',
    seriesOf: scope =>
      namespaceSeries(
        scope,
        {
          job: 'kube-state-metrics',
          label_tenantry_dev_tenant: scope.environment.tenant,
        },
        1,
      ),
  },
  {
    name: 'certmanager_certificate_expiration_timestamp_seconds',
    type: 'gauge',
    help: 'When the certificate expires, in Unix seconds.',
    seriesOf: scope =>
      scope.environment.certificates.flatMap(({ name, expiresAt }) =>
        namespaceSeries(
          scope,
          { job: 'cert-manager', name },
          Date.parse(expiresAt) / 1000,
        ),
      ),
  },
  volumeFamily('kubelet_volume_stats_capacity_bytes', 'Size of the volume.', {
    valueOf: ({ capacityBytes }) => capacityBytes,
  }),
  volumeFamily(
    'kubelet_volume_stats_available_bytes',
    'Free space of the volume.',
    { valueOf: ({ capacityBytes, usedBytes }) => capacityBytes - usedBytes },
  ),
];

/** A value about the namespace, while something runs in it. */
function namespaceSeries(
  { environment }: EnvironmentScope,
  labels: Record<string, string>,
  value: number,
): SimulatedSeries[] {
  const { cluster, namespace, pods, suspended } = environment;
  const [first] = pods.map(({ startedAt }) => startedAt).sort();
  if (suspended || !first) return [];
  return [
    {
      labels: { cluster, namespace, ...labels },
      valueAt: at => (at * 1000 >= Date.parse(first) ? value : undefined),
    },
  ];
}

function onceStarted({ pod }: Target, at: number, value: number) {
  return at * 1000 >= Date.parse(pod.startedAt) ? value : undefined;
}

function restarts({ pod }: Target, at: number): number {
  const age = at - Date.parse(pod.startedAt) / 1000;
  return Math.min(pod.restarts, Math.floor(age / restartInterval));
}

function ofContainers(
  valueAt: (target: Target, at: number) => number | undefined,
) {
  return (scope: EnvironmentScope): SimulatedSeries[] =>
    targetsOf(scope).map(target => ({
      labels: {
        ...target.labels,
        ...kubeletLabels(scope),
        container: containers[target.pod.component].name,
      },
      valueAt: at => valueAt(target, at),
    }));
}

function volumeFamily(
  name: string,
  help: string,
  {
    valueOf,
  }: {
    valueOf(volume: { capacityBytes: number; usedBytes: number }): number;
  },
): MetricFamily {
  return {
    name,
    type: 'gauge',
    help,
    seriesOf: scope => volumeSeries(scope, valueOf),
  };
}

/** A volume is reported while a pod of the tenant environment has it mounted. */
function volumeSeries(
  scope: EnvironmentScope,
  valueOf: (volume: { capacityBytes: number; usedBytes: number }) => number,
): SimulatedSeries[] {
  const { cluster, namespace, volumes, pods } = scope.environment;
  const mountedAt = pods.map(({ startedAt }) => startedAt).sort()[0];
  if (scope.environment.suspended || !mountedAt) return [];
  return volumes.map(({ claim, capacityBytes, usedBytes }) => ({
    labels: {
      cluster,
      namespace,
      ...kubeletLabels(scope),
      persistentvolumeclaim: claim,
    },
    valueAt: at =>
      at * 1000 < Date.parse(mountedAt)
        ? undefined
        : valueOf({
            capacityBytes,
            usedBytes: Math.min(capacityBytes, grown(usedBytes, mountedAt, at)),
          }),
  }));
}

function kubeletLabels({ environment }: EnvironmentScope) {
  return { job: 'kubelet', instance: `node-1.${environment.cluster}:10250` };
}
