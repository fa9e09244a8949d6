import { withConditions } from '../conditions';
import { hashNumber, hashSuffix } from '../names';
import {
  Container,
  ContainerState,
  ContainerStatus,
  Pod,
  PodStatus,
} from './Pod';
import { PodStage } from './stages';

/** The status of a pod that has come to a stage. */
export function podStatus(pod: Pod, stage: PodStage, now: string): PodStatus {
  const ready = stage.name === 'Ready' || stage.name === 'Completed';
  const completed = stage.name === 'Completed';
  const begun = stage.name !== 'Creating' && stage.name !== 'ConfigError';
  const flag = (type: string, value: boolean, reason?: string) => ({
    type,
    status: value ? ('True' as const) : ('False' as const),
    ...(!value && reason && { reason }),
  });
  const notReady = completed ? 'PodCompleted' : 'ContainersNotReady';
  return {
    ...pod.status!,
    phase: phaseOf(stage),
    podIP: podAddress(pod),
    qosClass: 'Burstable',
    conditions: withConditions(
      pod.status?.conditions,
      [
        flag('Initialized', begun, 'ContainersNotInitialized'),
        flag('ContainersReady', ready && !completed, notReady),
        flag('Ready', ready && !completed, notReady),
      ],
      now,
    ),
    ...(pod.spec.initContainers && {
      initContainerStatuses: pod.spec.initContainers.map(container =>
        initContainerStatus(pod, container, stage, now),
      ),
    }),
    containerStatuses: pod.spec.containers.map(container =>
      containerStatus(pod, container, stage, now),
    ),
  };
}

function phaseOf(stage: PodStage): PodStatus['phase'] {
  switch (stage.name) {
    case 'Creating':
    case 'ConfigError':
      return 'Pending';
    case 'Completed':
      return 'Succeeded';
    default:
      return 'Running';
  }
}

function containerStatus(
  pod: Pod,
  { name, image }: Container,
  stage: PodStage,
  now: string,
): ContainerStatus {
  const before = pod.status?.containerStatuses?.find(
    status => status.name === name,
  );
  const state = stateOf(stage, before, now);
  const restarted = Boolean(state.running) && isBackOff(before?.state);
  return {
    name,
    image,
    imageID: imageId(image),
    ready: stage.name === 'Ready',
    started: Boolean(state.running),
    restartCount: (before?.restartCount ?? 0) + (restarted ? 1 : 0),
    state,
    lastState:
      stage.name === 'Crashed'
        ? { terminated: crash(before?.state, now) }
        : before?.lastState ?? {},
  };
}

function stateOf(
  stage: PodStage,
  before: ContainerStatus | undefined,
  now: string,
): ContainerState {
  switch (stage.name) {
    case 'Creating':
      return { waiting: { reason: 'ContainerCreating' } };
    case 'ConfigError':
      return {
        waiting: {
          reason: 'CreateContainerConfigError',
          message: stage.message,
        },
      };
    case 'Crashed':
    case 'BackOff':
      return {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: 'back-off restarting failed container',
        },
      };
    case 'Completed':
      return { terminated: ended(before?.state, now, 'Completed', 0) };
    default:
      return before?.state.running
        ? { running: before.state.running }
        : { running: { startedAt: now } };
  }
}

function initContainerStatus(
  pod: Pod,
  { name, image }: Container,
  stage: PodStage,
  now: string,
): ContainerStatus {
  const before = pod.status?.initContainerStatuses?.find(
    status => status.name === name,
  );
  const waits = stage.name === 'Creating' || stage.name === 'ConfigError';
  const done =
    before?.state.terminated ?? ended(undefined, now, 'Completed', 0);
  return {
    name,
    image,
    imageID: imageId(image),
    ready: !waits,
    started: false,
    restartCount: 0,
    state: waits
      ? { waiting: { reason: 'PodInitializing' } }
      : { terminated: done },
    lastState: {},
  };
}

/** The heap of a participant outgrows its limit: exit code 137. */
function crash(state: ContainerState | undefined, now: string) {
  return ended(state, now, 'OOMKilled', 137);
}

function ended(
  state: ContainerState | undefined,
  now: string,
  reason: string,
  exitCode: number,
) {
  const startedAt = state?.running?.startedAt ?? now;
  return { reason, exitCode, startedAt, finishedAt: now };
}

function isBackOff(state: ContainerState | undefined): boolean {
  return state?.waiting?.reason === 'CrashLoopBackOff';
}

function imageId(image: string): string {
  return `${image.split(':')[0]}@sha256:${hashSuffix(image, 24)}`;
}

function podAddress({ metadata }: Pod): string {
  const number = hashNumber(metadata.uid ?? metadata.name, 64 * 254 * 254);
  const last = (number % 254) + 1;
  const third = Math.floor(number / 254) % 254;
  return `10.${64 + Math.floor(number / 254 / 254)}.${third}.${last}`;
}
