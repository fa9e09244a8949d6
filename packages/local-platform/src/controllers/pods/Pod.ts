import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ObjectCondition } from '../conditions';

/** The parts of a pod that the simulated kubelet reads and writes. */
export interface Pod extends KubernetesObject {
  spec: PodSpec;
  status?: PodStatus;
}

export type PodSpec = {
  nodeName?: string;
  restartPolicy?: string;
  containers: Container[];
  initContainers?: Container[];
  volumes?: { name: string; persistentVolumeClaim?: { claimName: string } }[];
};

export type Container = {
  name: string;
  image: string;
  env?: {
    name: string;
    valueFrom?: { secretKeyRef?: SecretKeyReference };
  }[];
  readinessProbe?: { grpc?: object };
  resources?: { requests?: object; limits?: object };
};

export type SecretKeyReference = {
  name: string;
  key: string;
  optional?: boolean;
};

export type PodStatus = {
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  conditions: ObjectCondition[];
  hostIP?: string;
  podIP?: string;
  startTime?: string;
  qosClass?: string;
  containerStatuses?: ContainerStatus[];
  initContainerStatuses?: ContainerStatus[];
};

export type ContainerStatus = {
  name: string;
  image: string;
  imageID: string;
  ready: boolean;
  started: boolean;
  restartCount: number;
  state: ContainerState;
  lastState: ContainerState;
};

export type ContainerState = {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: {
    reason: string;
    exitCode: number;
    startedAt: string;
    finishedAt: string;
  };
};

/** A template from which workloads make their pods. */
export type PodTemplate = {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: PodSpec;
};

/** Whether the pod's `Ready` condition is true. */
export function isReady({ status }: Pick<Pod, 'status'>): boolean {
  return Boolean(
    status?.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
  );
}
