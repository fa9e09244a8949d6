import {
  GitOpsOperation,
  isHealth,
  SyncStatus,
} from '@tenantry/plugin-tenants-common';
import { Observation, TenantBinding } from '@tenantry/plugin-tenants-node';
import { possibleActions } from './actions';
import { ApplicationProjection } from './Application';
import { isError } from './judgeErrors';
import { hasFailed, isRunning, OperationState } from './operation';

type GitOps = NonNullable<Observation['gitops']>;

/** What the Application says, in the words of the tenant page. */
export function gitOpsStatus(
  projection: ApplicationProjection,
  binding: TenantBinding,
  options: { observedAt: string; requests: boolean },
): GitOps {
  const { sync, health, operation, conditions, history } = projection;
  const message = conditions.find(isError)?.message ?? operation?.message;
  const [last] = history;
  return {
    ...commonStatus(binding, options.observedAt),
    sync: isSync(sync) ? sync : 'Unknown',
    health: isHealth(health) ? health : 'Unknown',
    ...(message && { message }),
    ...(last && { revision: last.revision, lastSyncedAt: last.deployedAt }),
    outOfSync: projection.outOfSync,
    ...(operation && { operation: gitOpsOperation(operation) }),
    history,
    automated: projection.automated,
    actions: options.requests ? possibleActions(projection) : [],
  };
}

/** An Application that cannot be trusted, or is not there, says nothing about sync. */
export function unknownGitOps(
  binding: TenantBinding,
  health: GitOps['health'],
  message: string,
  observedAt: string,
): GitOps {
  return {
    ...commonStatus(binding, observedAt),
    sync: 'Unknown',
    health,
    message,
    outOfSync: [],
    history: [],
    actions: [],
  };
}

function commonStatus(binding: TenantBinding, observedAt: string) {
  const url = urlOf(binding);
  return {
    application: binding.application.name,
    ...(url && { url }),
    observedAt,
  };
}

function gitOpsOperation(operation: OperationState): GitOpsOperation {
  const { message, startedAt, finishedAt } = operation;
  return {
    phase: phaseOf(operation),
    ...(message && { message }),
    ...(startedAt && { startedAt }),
    ...(finishedAt && { finishedAt }),
  };
}

function phaseOf(operation: OperationState): GitOpsOperation['phase'] {
  if (isRunning(operation)) {
    return 'Running';
  }
  return hasFailed(operation) ? 'Failed' : 'Succeeded';
}

function urlOf({ application }: TenantBinding): string | undefined {
  const { engineUrl, namespace, name } = application;
  return (
    engineUrl &&
    `${engineUrl.replace(/\/+$/, '')}/applications/${namespace}/${name}`
  );
}

function isSync(value: unknown): value is SyncStatus {
  return value === 'Synced' || value === 'OutOfSync';
}
