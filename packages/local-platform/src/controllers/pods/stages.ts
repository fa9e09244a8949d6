import { Timings } from '../../timings';
import { hashNumber } from '../names';
import { ContainerState, Pod } from './Pod';

/** Where a pod is in its life; its containers go through it together. */
export type PodStage =
  | { name: 'Creating' }
  | { name: 'ConfigError'; message: string }
  | { name: 'Starting' }
  | { name: 'NotReady' }
  | { name: 'Ready' }
  | { name: 'Crashed' }
  | { name: 'BackOff' }
  | { name: 'Completed' };

/** What decides on a pod's next stage, beside the pod. */
export interface PodCircumstances {
  now: Date;
  timings: Timings;
  /** What the containers miss, for example `secret "postgres-secrets" not found`. */
  missing?: string;
  /** Whether the containers crash. */
  crashing: boolean;
  /** Whether the containers run without ever getting ready. */
  blocked: boolean;
}

const longestBackOffMs = 5 * 60_000;
const probeMs = 60_000;

/** The stage of a scheduled pod now, and after how many milliseconds to look again. */
export function nextStage(
  pod: Pod,
  circumstances: PodCircumstances,
): { stage: PodStage; lookAgainAfter?: number } {
  const state = pod.status?.containerStatuses?.[0]?.state;
  if (state?.running) {
    return runningStage(pod, state.running.startedAt, circumstances);
  }
  const { missing, timings } = circumstances;
  const waitMs =
    state?.waiting?.reason === 'CrashLoopBackOff'
      ? backOffLeft(pod, circumstances)
      : timings.creating - elapsed(scheduledAt(pod), circumstances.now);
  if (state?.waiting?.reason !== 'CreateContainerConfigError' && waitMs > 0) {
    const name =
      state?.waiting?.reason === 'CrashLoopBackOff' ? 'BackOff' : 'Creating';
    return { stage: { name }, lookAgainAfter: waitMs };
  }
  return missing
    ? { stage: { name: 'ConfigError', message: missing } }
    : { stage: { name: 'Starting' }, lookAgainAfter: startUpMs(pod, timings) };
}

function runningStage(
  pod: Pod,
  startedAt: string,
  { now, timings, crashing, blocked }: PodCircumstances,
): { stage: PodStage; lookAgainAfter?: number } {
  const ranMs = elapsed(startedAt, now);
  const goesOn = (stage: PodStage, endsAtMs: number) =>
    ranMs < endsAtMs ? { stage, lookAgainAfter: endsAtMs - ranMs } : undefined;
  if (pod.spec.restartPolicy !== 'Always') {
    return (
      goesOn({ name: 'Ready' }, timings.job) ?? { stage: { name: 'Completed' } }
    );
  }
  if (crashing) {
    return (
      goesOn({ name: 'Starting' }, timings.crash) ?? {
        stage: { name: 'Crashed' },
        lookAgainAfter: backOffMs(pod, timings),
      }
    );
  }
  const starting = goesOn({ name: 'Starting' }, startUpMs(pod, timings));
  if (starting) {
    return starting;
  }
  return blocked
    ? { stage: { name: 'NotReady' }, lookAgainAfter: probeMs }
    : { stage: { name: 'Ready' } };
}

/** Different for each pod, so that a new tenant's parts get ready one after the other. */
function startUpMs({ metadata }: Pod, { startUp }: Timings): number {
  const part =
    hashNumber(`${metadata.namespace}/${metadata.name}`, 1000) / 1000;
  return startUp * (1 + part);
}

function backOffLeft(pod: Pod, { now, timings, crashing }: PodCircumstances) {
  const last: ContainerState | undefined =
    pod.status?.containerStatuses?.[0]?.lastState;
  const finishedAt = last?.terminated?.finishedAt ?? '';
  return crashing ? backOffMs(pod, timings) - elapsed(finishedAt, now) : 0;
}

function backOffMs(pod: Pod, { crashBackOff }: Timings): number {
  const restarts = pod.status?.containerStatuses?.[0]?.restartCount ?? 0;
  return Math.min(crashBackOff * 2 ** Math.min(restarts, 10), longestBackOffMs);
}

function scheduledAt({ status }: Pod): string {
  const scheduled = status?.conditions.find(
    ({ type }) => type === 'PodScheduled',
  );
  return scheduled?.lastTransitionTime ?? '';
}

function elapsed(since: string, now: Date): number {
  return now.getTime() - Date.parse(since);
}
