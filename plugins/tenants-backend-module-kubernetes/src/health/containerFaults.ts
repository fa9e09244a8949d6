import { ContainerProjection } from './container';
import { degraded, Judgement, progressing } from './ObservedKind';

/** A container that crashed within this time has not recovered yet. */
const recoveryMs = 10 * 60_000;
/** Restarts from which on a container counts as restarting again and again. */
const manyRestarts = 3;

type Explain = (container: ContainerProjection, detail: string) => string;

const pullAdvice: Explain = ({ name }, detail) =>
  `The image of container "${name}" cannot be pulled${detail}. Check its name and tag, and whether the registry can be reached.`;

/** Reasons for which a container waits that do not go away on their own. */
const waitingFaults: Record<string, Explain> = {
  ImagePullBackOff: pullAdvice,
  ErrImagePull: pullAdvice,
  InvalidImageName: pullAdvice,
  CreateContainerConfigError: ({ name }, detail) =>
    `Container "${name}" lacks something that it is configured with${detail}. Check that its secrets are synced.`,
  CreateContainerError: ({ name }, detail) =>
    `Container "${name}" cannot be created${detail}. Look at the events of the pod.`,
  RunContainerError: ({ name }, detail) =>
    `Container "${name}" cannot be started${detail}. Check its command and its volumes.`,
};

/** Secrets and images may come a little later than the pod that needs them. */
const patientReasons = new Set([
  'CreateContainerConfigError',
  'ErrImagePull',
  'ImagePullBackOff',
]);

/** What is wrong with a container; `undefined` when nothing is, or it is too early to say. */
export function judgeContainer(
  container: ContainerProjection,
  { now, young }: { now: Date; young: boolean },
): Judgement | undefined {
  const { waiting } = container;
  if (waiting?.reason === 'CrashLoopBackOff') {
    return crashing(container);
  }
  const explain = waiting && waitingFaults[waiting.reason];
  if (explain) {
    const detail = waiting.message ? ` (${brief(waiting.message)})` : '';
    const message = explain(container, detail);
    return young && patientReasons.has(waiting.reason)
      ? progressing(waiting.reason, message)
      : degraded(waiting.reason, message);
  }
  return hasCrashedLately(container, now) ? crashing(container) : undefined;
}

function hasCrashedLately(
  { lastEnd, restarts, ready }: ContainerProjection,
  now: Date,
): boolean {
  const sinceMs = now.getTime() - Date.parse(lastEnd?.at ?? '');
  const failed = lastEnd !== undefined && lastEnd.exitCode !== 0;
  return failed && sinceMs < recoveryMs && (restarts >= manyRestarts || !ready);
}

function crashing({ name, restarts, lastEnd }: ContainerProjection): Judgement {
  if (lastEnd?.reason === 'OOMKilled') {
    return degraded(
      'OOMKilled',
      `Container "${name}" ran out of memory (exit code ${lastEnd.exitCode}, ${restarts} restarts). Raise its memory limit, or choose a larger size.`,
    );
  }
  const end = lastEnd
    ? ` (exit code ${lastEnd.exitCode}, ${restarts} restarts)`
    : '';
  return degraded(
    'CrashLoopBackOff',
    `Container "${name}" keeps exiting${end}. Read the log of its last run: kubectl logs --previous -c ${name}.`,
  );
}

function brief(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
