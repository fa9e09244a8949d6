import {
  conditionsOf,
  KubernetesObject,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { ContainerProjection, projectContainer } from './container';
import { judgeContainer } from './containerFaults';
import {
  ageMs,
  degraded,
  healthy,
  JudgeContext,
  Judgement,
  ObservedKind,
  progressing,
} from './ObservedKind';
import { schedulingCause } from './wording';

/** What is kept of a pod. */
export interface PodProjection {
  /** What runs the pod, as `Kind/name`; absent for a pod that stands alone. */
  owner?: string;
  phase: string;
  /** Why the pod failed as a whole, for example `Evicted`. */
  reason?: string;
  ready: boolean;
  /** RFC 3339. */
  createdAt?: string;
  /** RFC 3339; absent before the pod was given to a node. */
  startedAt?: string;
  images: string[];
  terminating: boolean;
  /** Why no node takes the pod. */
  unschedulable?: string;
  containers: ContainerProjection[];
  restarts: number;
}

export const pod: ObservedKind<PodProjection> = {
  kind: 'Pod',
  group: '',
  versions: ['v1'],
  plural: 'pods',
  project: projectPod,
  judge: judgePod,
};

function projectPod(object: KubernetesObject): PodProjection {
  const conditions = conditionsOf(object);
  const scheduled = conditions.get('PodScheduled');
  const containers = [
    ...listAt(object, 'status', 'initContainerStatuses'),
    ...listAt(object, 'status', 'containerStatuses'),
  ].map(projectContainer);
  const owner = ownerOf(object);
  const startedAt = textAt(object, 'status', 'startTime');
  const reason = textAt(object, 'status', 'reason');
  return {
    ...(owner && { owner }),
    phase: textAt(object, 'status', 'phase') ?? 'Unknown',
    ...(reason && { reason }),
    ready: conditions.get('Ready')?.status === 'True',
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
    ...(startedAt && { startedAt }),
    images: listAt(object, 'spec', 'containers').flatMap(
      container => textAt(container, 'image') ?? [],
    ),
    terminating: valueAt(object, 'metadata', 'deletionTimestamp') !== undefined,
    ...(scheduled?.status === 'False' && {
      unschedulable: scheduled.message ?? 'No node takes the pod.',
    }),
    containers,
    restarts: containers.reduce((sum, { restarts }) => sum + restarts, 0),
  };
}

/** A pod of a Deployment is owned by a ReplicaSet, whose name is the Deployment's and a hash. */
function ownerOf(object: KubernetesObject): string | undefined {
  const owner = listAt(object, 'metadata', 'ownerReferences').find(
    reference => valueAt(reference, 'controller') === true,
  );
  const kind = textAt(owner, 'kind');
  const name = textAt(owner, 'name');
  if (!kind || !name) {
    return undefined;
  }
  const hash = textAt(object, 'metadata', 'labels', 'pod-template-hash');
  return kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`)
    ? `Deployment/${name.slice(0, -hash.length - 1)}`
    : `${kind}/${name}`;
}

function judgePod(projection: PodProjection, context: JudgeContext): Judgement {
  const { phase, reason, ready, terminating } = projection;
  if (terminating) {
    return starting('Terminating', 'The pod is being stopped.');
  }
  if (phase === 'Succeeded') {
    return healthy;
  }
  if (phase === 'Failed') {
    return degraded(
      reason ?? 'PodFailed',
      `The pod failed${
        reason ? ` (${reason})` : ''
      }. Look at its events and its last log.`,
      'pod-not-ready',
    );
  }
  return podFault(projection, context) ?? (ready ? healthy : notReady());
}

/** What keeps a pod from running well; `undefined` when nothing does, or it is too early to say. */
export function podFault(
  { unschedulable, containers, createdAt }: PodProjection,
  { now, thresholds }: JudgeContext,
): Judgement | undefined {
  const young = ageMs(createdAt, now) < thresholds.podStartMs;
  if (unschedulable) {
    const cause = `No node takes the pod: ${schedulingCause(unschedulable)}.`;
    return young
      ? progressing('Scheduling', cause, 'pod-unschedulable')
      : degraded(
          'Unschedulable',
          `${cause} Add capacity, or lower what the pod requests.`,
          'pod-unschedulable',
        );
  }
  for (const container of containers) {
    const fault = judgeContainer(container, { now, young });
    if (fault) {
      return fault;
    }
  }
  return undefined;
}

function starting(reason: string, message: string): Judgement {
  return progressing(reason, message, 'pod-not-ready');
}

function notReady(): Judgement {
  return starting('WaitingForReadiness', 'The pod is not ready yet.');
}
