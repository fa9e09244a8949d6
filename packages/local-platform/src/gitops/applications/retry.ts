import { OperationState } from './Application';

const defaultBackoff = { durationMs: 5_000, factor: 2, maximumMs: 3 * 60_000 };

/**
 * How long to wait before a failed operation is tried again, in milliseconds; `undefined` when it
 * was tried often enough.
 */
export function retryPauseMs({
  operation,
  retryCount = 0,
}: Pick<OperationState, 'operation' | 'retryCount'>): number | undefined {
  const { limit = 0, backoff = {} } = operation.retry ?? {};
  // A negative limit stands for no limit.
  if (limit >= 0 && retryCount >= limit) {
    return undefined;
  }
  const { duration, factor, maxDuration } = backoff;
  return Math.min(
    (durationMs(duration) ?? defaultBackoff.durationMs) *
      (factor ?? defaultBackoff.factor) ** retryCount,
    durationMs(maxDuration) ?? defaultBackoff.maximumMs,
  );
}

/** The operation as it waits for its next attempt. */
export function waitingForRetry(
  state: OperationState,
  error: string,
  now: Date,
): OperationState {
  const retryCount = (state.retryCount ?? 0) + 1;
  const retryAt = new Date(now.getTime() + (retryPauseMs(state) ?? 0));
  return {
    ...state,
    phase: 'Running',
    message: `${error}. Retrying attempt #${retryCount} at ${retryAt.toISOString()}.`,
    retryCount,
    finishedAt: now.toISOString(),
  };
}

/** When an operation is to be worked on next: its first attempt, or one after a failure. */
export function nextAttemptAt(state: OperationState, syncMs: number): number {
  const { operation, retryCount = 0, startedAt, finishedAt } = state;
  if (!finishedAt) {
    return Date.parse(startedAt) + syncMs;
  }
  const before = { operation, retryCount: retryCount - 1 };
  return Date.parse(finishedAt) + (retryPauseMs(before) ?? 0);
}

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Reads `30s`, `1m30s` or a plain number of seconds, as Argo CD does. */
function durationMs(text: string | undefined): number | undefined {
  const parts = [...(text ?? '').matchAll(/(\d+)([smh]?)/g)];
  return parts.length === 0
    ? undefined
    : parts.reduce(
        (sum, [, value, unit]) => sum + Number(value) * units[unit || 's'],
        0,
      );
}
