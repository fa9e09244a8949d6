import {
  KubernetesObject,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';

/** One run of Argo CD. */
export interface OperationState {
  /** As Argo CD spells it: `Running`, `Terminating`, `Succeeded`, `Failed` or `Error`. */
  phase: string;
  message?: string;
  /** RFC 3339 in UTC. */
  startedAt?: string;
  /** RFC 3339 in UTC. */
  finishedAt?: string;
}

const maximumMessageLength = 1_000;
const runningPhases = ['Running', 'Terminating'];

/** The operation that runs, or ran last. */
export function operationStateOf(
  object: KubernetesObject,
): OperationState | undefined {
  const at = (field: string) =>
    textAt(object, 'status', 'operationState', field);
  const phase = at('phase');
  return (
    (phase && {
      phase,
      message: at('message')?.slice(0, maximumMessageLength),
      startedAt: at('startedAt'),
      finishedAt: at('finishedAt'),
    }) ||
    undefined
  );
}

/** Whether an operation runs, or was asked for and is about to. */
export function isBusy(object: KubernetesObject): boolean {
  const operation = valueAt(object, 'operation');
  return (
    (typeof operation === 'object' && operation !== null) ||
    isRunning(operationStateOf(object))
  );
}

export function isRunning(operation: OperationState | undefined): boolean {
  return runningPhases.includes(operation?.phase ?? '');
}

export function hasFailed(operation: OperationState | undefined): boolean {
  return ['Failed', 'Error'].includes(operation?.phase ?? '');
}
