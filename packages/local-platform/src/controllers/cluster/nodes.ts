import { JsonObject } from '@backstage/types';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { hashSuffix } from '../names';

/** Puts the nodes of a believable GKE cluster into its store. */
export function addNodes(
  store: ObjectStore,
  options: { cluster: string; region: string; count: number; now: string },
): void {
  for (let index = 0; index < options.count; index += 1) {
    const node = nodeObject(options, index);
    store.create(node);
    const { apiVersion, kind, metadata } = node;
    store.updateStatus(
      { apiVersion, kind, name: metadata.name },
      nodeStatus(options, index),
    );
  }
}

function nodeObject(
  { cluster, region }: { cluster: string; region: string },
  index: number,
): KubernetesObject {
  const zone = `${region}-${'bcd'[index % 3]}`;
  const suffix = hashSuffix([cluster, index], 4);
  const name = `gke-${cluster}-pool-1-${hashSuffix(cluster, 8)}-${suffix}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'cloud.google.com/gke-nodepool': 'pool-1',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'n2-highmem-8',
        'topology.kubernetes.io/region': region,
        'topology.kubernetes.io/zone': zone,
      },
    },
    spec: { providerID: `gce://naas-${cluster}/${zone}/${name}` },
  };
}

function nodeStatus({ now }: { now: string }, index: number): JsonObject {
  const size = { cpu: '8', memory: '65846012Ki', pods: '110' };
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    lastTransitionTime: now,
    lastHeartbeatTime: now,
  });
  return {
    capacity: size,
    allocatable: { ...size, cpu: '7910m', memory: '59142780Ki' },
    addresses: [{ type: 'InternalIP', address: `10.132.0.${index + 10}` }],
    conditions: [
      condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
      condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
      condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
      condition('Ready', 'True', 'KubeletReady'),
    ],
    nodeInfo: {
      architecture: 'amd64',
      containerRuntimeVersion: 'containerd://2.0.6',
      kernelVersion: '6.6.97+',
      kubeletVersion: 'v1.33.5-gke.1308000',
      operatingSystem: 'linux',
      osImage: 'Container-Optimized OS from Google',
    },
  };
}
