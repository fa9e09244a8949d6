import { ContainerProjection } from './container';
import { ageMs, degraded, Judgement, progressing } from './ObservedKind';
import { withoutInternals } from './wording';

/** A container that crashed within this time has not recovered yet. */
const recoveryMs = 10 * 60_000;
/** Restarts from which on a container counts as restarting again and again. */
const manyRestarts = 3;

interface WaitingFault {
  /** What is wrong; `detail` is what the cluster says about it, in brackets. */
  message(container: ContainerProjection, detail: string): string;
  runbook: string;
}

const imageFault: WaitingFault = {
  message: ({ name }, detail) =>
    `The image of container "${name}" cannot be pulled${detail}. Check its name and tag, and whether the registry can be reached.`,
  runbook: 'pod-image',
};

const configurationFault: WaitingFault = {
  message: ({ name, waiting }, detail) => {
    const missing = /(secret|configmap) "([^"]+)" not found/i.exec(
      waiting?.message ?? '',
    );
    return missing
      ? `Container "${name}" needs the ${missing[1]} "${missing[2]}", which does not exist. Check that it is synced from the secret store.`
      : `Container "${name}" lacks something that it is configured with${detail}. Check that its secrets are synced.`;
  },
  runbook: 'pod-configuration',
};

/** Reasons for which a container waits that do not go away on their own. */
const waitingFaults: Record<string, WaitingFault> = {
  ImagePullBackOff: imageFault,
  ErrImagePull: imageFault,
  InvalidImageName: imageFault,
  CreateContainerConfigError: configurationFault,
  CreateContainerError: {
    message: ({ name }, detail) =>
      `Container "${name}" cannot be created${detail}. Look at the events of the pod.`,
    runbook: 'pod-configuration',
  },
  RunContainerError: {
    message: ({ name }, detail) =>
      `Container "${name}" cannot be started${detail}. Check its command and its volumes.`,
    runbook: 'pod-configuration',
  },
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
  const fault = waiting && waitingFaults[waiting.reason];
  if (fault) {
    const detail = waiting.message ? ` (${brief(waiting.message)})` : '';
    const tell =
      young && patientReasons.has(waiting.reason) ? progressing : degraded;
    return tell(
      waiting.reason,
      fault.message(container, detail),
      fault.runbook,
    );
  }
  return hasCrashedLately(container, now) ? crashing(container) : undefined;
}

function hasCrashedLately(
  { lastEnd, restarts, ready }: ContainerProjection,
  now: Date,
): boolean {
  const failed = lastEnd !== undefined && lastEnd.exitCode !== 0;
  return (
    failed &&
    ageMs(lastEnd.at, now) < recoveryMs &&
    (restarts >= manyRestarts || !ready)
  );
}

function crashing({ name, restarts, lastEnd }: ContainerProjection): Judgement {
  const times = `${restarts} restart${restarts === 1 ? '' : 's'}`;
  if (lastEnd?.reason === 'OOMKilled') {
    return degraded(
      'OOMKilled',
      `Container "${name}" ran out of memory (exit code ${lastEnd.exitCode}, ${times}). Raise its memory limit, or choose a larger size.`,
      'pod-out-of-memory',
    );
  }
  return degraded(
    'CrashLoopBackOff',
    `Container "${name}" keeps exiting (${endOf(
      lastEnd,
    )}${times}). Read the log of its last run: kubectl logs --previous -c ${name}.`,
    'pod-crash-loop',
  );
}

function endOf(lastEnd: ContainerProjection['lastEnd']): string {
  if (!lastEnd) {
    return '';
  }
  const { exitCode, reason } = lastEnd;
  const named = reason && reason !== 'Error' ? `${reason}, ` : '';
  return `${named}exit code ${exitCode}, `;
}

function brief(text: string): string {
  const shown = withoutInternals(text);
  return shown.length > 200 ? `${shown.slice(0, 197)}...` : shown;
}
