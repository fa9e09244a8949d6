import {
  Application,
  ApplicationStatus,
  Operation,
  OperationState,
  ResourceResult,
  sourcesOf,
} from './Application';
import { withCondition } from './applicationStatus';
import { EvaluationProblem } from './evaluateApplication';

const longestHistory = 10;

/** The state of an operation that has just begun. */
export function startedOperation(
  { spec, status }: Application,
  operation: Operation,
  now: string,
): OperationState {
  const { revision, revisions, ...sources } = operation.sync ?? {};
  const named = revisions ?? (revision ? [revision] : undefined);
  return {
    operation,
    phase: 'Running',
    message: 'waiting for completion',
    startedAt: now,
    syncResult: {
      revisions: named ?? status?.sync?.revisions ?? [],
      sources: sourcesOf(sources.source || sources.sources ? sources : spec),
    },
  };
}

/** The commit that an operation applies; `undefined` when it applies charts alone, or failed. */
export function commitOf({
  syncResult: { sources, revisions },
}: OperationState): string | undefined {
  const index = sources.findIndex(({ chart }) => !chart);
  return index < 0 ? undefined : revisions[index];
}

/** The status once an operation has come to its end: with results, or with what forbade it. */
export function finishedOperation(
  status: ApplicationStatus,
  state: OperationState,
  outcome: ResourceResult[] | EvaluationProblem,
  now: string,
): ApplicationStatus {
  const resources = Array.isArray(outcome) ? outcome : [];
  const error = failureOf(outcome);
  const operationState: OperationState = {
    ...state,
    phase: phaseOf(outcome, error),
    message: error ?? 'successfully synced (all tasks run)',
    finishedAt: now,
    syncResult: { ...state.syncResult, resources },
  };
  const conditions = status.conditions ?? [];
  return error
    ? {
        ...status,
        operationState,
        conditions: withCondition(conditions, syncError(state, error), now),
      }
    : {
        ...status,
        operationState,
        conditions: conditions.filter(({ type }) => type !== 'SyncError'),
        history: withEntry(status.history, operationState, now),
      };
}

/** Why an operation failed; `undefined` when it did not. */
export function failureOf(
  outcome: ResourceResult[] | EvaluationProblem,
): string | undefined {
  return Array.isArray(outcome) ? explainFailure(outcome) : outcome.message;
}

function phaseOf(outcome: unknown, error: string | undefined) {
  if (!error) {
    return 'Succeeded';
  }
  return Array.isArray(outcome) ? 'Failed' : 'Error';
}

function syncError({ syncResult }: OperationState, error: string) {
  const revisions = syncResult.revisions.join(', ');
  return {
    type: 'SyncError' as const,
    message: `Failed last sync attempt to [${revisions}]: ${error}`,
  };
}

function explainFailure(resources: ResourceResult[]): string | undefined {
  const failures = resources.filter(({ status }) => status === 'SyncFailed');
  if (failures.length === 0) {
    return undefined;
  }
  const what =
    failures.length === resources.length
      ? 'one or more synchronization tasks are not valid'
      : 'one or more objects failed to apply';
  return `${what}, reason: ${failures[0].message}`;
}

function withEntry(
  history: ApplicationStatus['history'] = [],
  { operation, startedAt, syncResult }: OperationState,
  now: string,
): ApplicationStatus['history'] {
  const entry = {
    id: (history.at(-1)?.id ?? -1) + 1,
    deployStartedAt: startedAt,
    deployedAt: now,
    revisions: syncResult.revisions,
    sources: syncResult.sources,
    initiatedBy: operation.initiatedBy ?? {},
  };
  return [...history, entry].slice(-longestHistory);
}
