import { Timings } from '../../timings';
import { sameJson } from '../merge';
import { Application, Operation, sourcesOf } from './Application';
import { ComparedObject } from './compare';

/** What automated sync makes of a difference: an operation now, a look later, or neither. */
export interface AutoSyncDecision {
  operation?: Operation;
  /** In milliseconds. */
  lookAgainAfter?: number;
}

const longestHealingPauseMs = 5 * 60_000;

/**
 * Decides as Argo CD's automated sync does: each revision is tried once, and after that only
 * self-healing tries again, ever more rarely while it fails.
 */
export function decideAutoSync(options: {
  application: Application;
  objects: readonly ComparedObject[];
  revisions: string[];
  now: Date;
  timings: Pick<Timings, 'selfHeal'>;
}): AutoSyncDecision {
  const { application, objects, revisions, now, timings } = options;
  const automated = application.spec.syncPolicy?.automated;
  const last = application.status?.operationState;
  const changes = objects.some(
    ({ status, desired, live }) =>
      status === 'OutOfSync' &&
      (desired || (automated?.prune && !live?.metadata.deletionTimestamp)),
  );
  if (!automated || !changes || last?.phase === 'Running') {
    return {};
  }
  const sync = { prune: automated.prune === true, revisions };
  const tried =
    last &&
    sameJson(last.syncResult.revisions, revisions) &&
    sameJson(
      asJson(last.syncResult.sources),
      asJson(sourcesOf(application.spec)),
    );
  if (!tried) {
    return { operation: { sync, initiatedBy: { automated: true } } };
  }
  if (!automated.selfHeal) {
    return {};
  }
  const failures =
    last.phase === 'Succeeded' ? 0 : failedAttempts(last.operation);
  const pauseMs = Math.min(
    timings.selfHeal * 3 ** failures,
    longestHealingPauseMs,
  );
  const elapsedMs =
    now.getTime() - Date.parse(last.finishedAt ?? last.startedAt);
  if (elapsedMs < pauseMs) {
    return { lookAgainAfter: pauseMs - elapsedMs };
  }
  const selfHealAttemptsCount = failures + 1;
  return {
    operation: {
      sync: { ...sync, selfHealAttemptsCount },
      initiatedBy: { automated: true },
    },
  };
}

function failedAttempts({ sync }: Operation): number {
  return sync?.selfHealAttemptsCount ?? 0;
}

/** Sources come from an object of the store, so they are JSON. */
function asJson(value: object) {
  return value as unknown as Parameters<typeof sameJson>[0];
}
