import { asSentence, utcMinute } from '@tenantry/plugin-tenants-node';
import { Thresholds } from '../config';
import { ApplicationProjection } from './Application';
import { isError, judgeError } from './judgeErrors';
import { Judgement } from './Judgement';
import { hasFailed, isRunning } from './operation';

export interface JudgeOptions {
  now: Date;
  thresholds: Thresholds;
  /** Since when what runs differs from Git; absent when it does not. */
  outOfSyncSince?: Date;
}

type Rule = (
  projection: ApplicationProjection,
  options: JudgeOptions,
) => Judgement | undefined;

/** The first that has something to say decides. */
const rules: readonly Rule[] = [
  reportedError,
  failedSync,
  runningSync,
  lastingDifference,
  unknownSync,
  warning,
  switchedOff,
];

/**
 * Judges how the delivery goes, not what is delivered: the objects are observed by themselves, and
 * a difference from Git is told as sync; as health only once it has lasted for long.
 */
export function judgeApplication(
  projection: ApplicationProjection,
  options: JudgeOptions,
): Judgement {
  for (const rule of rules) {
    const judgement = rule(projection, options);
    if (judgement) {
      return judgement;
    }
  }
  return { health: 'Healthy' };
}

/** What a failed sync leaves behind says less than the operation itself. */
function reportedError({
  conditions,
}: ApplicationProjection): Judgement | undefined {
  const error = conditions.find(
    condition => isError(condition) && condition.type !== 'SyncError',
  );
  return error && judgeError(error);
}

function failedSync({
  operation,
  conditions,
}: ApplicationProjection): Judgement | undefined {
  if (hasFailed(operation)) {
    const message = operation?.message ?? 'no message';
    return judgeError({ type: 'SyncError', message });
  }
  const left = conditions.find(({ type }) => type === 'SyncError');
  return left && !isRunning(operation) ? judgeError(left) : undefined;
}

function runningSync(
  { operation }: ApplicationProjection,
  { now, thresholds }: JudgeOptions,
): Judgement | undefined {
  if (!operation || !isRunning(operation)) {
    return undefined;
  }
  const message = asSentence(operation.message ?? 'A sync is running.');
  const startedAt = new Date(operation.startedAt ?? now);
  return now.getTime() - startedAt.getTime() < thresholds.syncStuckAfterMs
    ? { health: 'Progressing', reason: 'Syncing', message }
    : {
        health: 'Degraded',
        reason: 'SyncStuck',
        message: `A sync has been running since ${utcMinute(
          startedAt,
        )}: ${message} It probably waits for an object that does not become healthy, or for a hook; mend that, or terminate the operation in Argo CD.`,
        runbook: 'argocd-sync-stuck',
      };
}

function lastingDifference(
  { automated, outOfSync }: ApplicationProjection,
  { now, outOfSyncSince, thresholds }: JudgeOptions,
): Judgement | undefined {
  if (
    !outOfSyncSince ||
    now.getTime() - outOfSyncSince.getTime() < thresholds.outOfSyncAfterMs
  ) {
    return undefined;
  }
  const which = outOfSync.length > 0 ? ` (${someOf(outOfSync)})` : '';
  const next = automated
    ? 'Automated sync does not end it: probably somebody has changed it by hand and self-heal is off, or something else writes the same fields. Sync it, or correct Git.'
    : 'Automated sync is off: sync it, or correct Git.';
  return {
    health: 'Degraded',
    reason: 'OutOfSync',
    message: `What runs has differed from Git since ${utcMinute(
      outOfSyncSince,
    )}${which}. ${next}`,
    runbook: 'argocd-out-of-sync',
  };
}

function unknownSync({ sync }: ApplicationProjection): Judgement | undefined {
  switch (sync) {
    case 'Synced':
    case 'OutOfSync':
      return undefined;
    case undefined:
      return {
        health: 'Progressing',
        reason: 'NotReconciled',
        message: 'Argo CD has not looked at the Application yet.',
      };
    default:
      return {
        health: 'Unknown',
        reason: 'SyncUnknown',
        message:
          'Argo CD does not know whether what runs is what Git says. Refresh it, and look at its conditions.',
        runbook: 'argocd-comparison-error',
      };
  }
}

/** Nothing is broken, but it should be known. */
function warning({ conditions }: ApplicationProjection): Judgement | undefined {
  const [first] = conditions;
  return (
    first && {
      health: 'Healthy',
      reason: first.type,
      message: `Argo CD warns: ${asSentence(first.message)}`,
    }
  );
}

function switchedOff({
  automated,
}: ApplicationProjection): Judgement | undefined {
  return automated
    ? undefined
    : {
        health: 'Healthy',
        reason: 'AutoSyncOff',
        message:
          'Automated sync is off: Argo CD applies what is merged only when it is asked to.',
        runbook: 'argocd-auto-sync-off',
      };
}

function someOf(objects: readonly string[]): string {
  const shown = objects.slice(0, 3).join(', ');
  return objects.length > 3 ? `${shown} and ${objects.length - 3} more` : shown;
}
