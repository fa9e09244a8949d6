import {
  booleanAt,
  numberAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';

/** What is kept of a container's status. */
export interface ContainerProjection {
  name: string;
  ready: boolean;
  restarts: number;
  /** Why the container does not run. */
  waiting?: { reason: string; message?: string };
  /** How its last run ended. */
  lastEnd?: { reason?: string; exitCode: number; at?: string };
}

export function projectContainer(status: unknown): ContainerProjection {
  const reason = textAt(status, 'state', 'waiting', 'reason');
  const message = textAt(status, 'state', 'waiting', 'message');
  const lastEnd = lastEndOf(status);
  return {
    name: textAt(status, 'name') ?? '',
    ready: booleanAt(status, 'ready') ?? false,
    restarts: numberAt(status, 'restartCount') ?? 0,
    ...(reason && { waiting: { reason, ...(message && { message }) } }),
    ...(lastEnd && { lastEnd }),
  };
}

function lastEndOf(status: unknown): ContainerProjection['lastEnd'] {
  const ended =
    valueAt(status, 'state', 'terminated') ??
    valueAt(status, 'lastState', 'terminated');
  const exitCode = numberAt(ended, 'exitCode');
  return exitCode === undefined
    ? undefined
    : {
        reason: textAt(ended, 'reason'),
        exitCode,
        at: textAt(ended, 'finishedAt'),
      };
}
