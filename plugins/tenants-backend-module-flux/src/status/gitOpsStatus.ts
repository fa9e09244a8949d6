import {
  GitOpsAction,
  GitOpsDeployment,
  GitOpsOperation,
  HealthPart,
  SyncStatus,
} from '@tenantry/plugin-tenants-common';
import { Observation, TenantBinding } from '@tenantry/plugin-tenants-node';
import { SourceState } from '../health';
import { commitOf, KustomizationProjection } from '../objects';

type GitOps = NonNullable<Observation['gitops']>;

const maximumHistory = 10;

/** What Flux says about a tenant environment, in the words of the tenant page. */
export function gitOpsStatus(options: {
  binding: TenantBinding;
  kustomization: KustomizationProjection;
  source: SourceState | undefined;
  /** What the HelmReleases of the namespace have deployed. */
  releases: readonly GitOpsDeployment[];
  /** Of the Kustomization and the HelmReleases together. */
  health: HealthPart;
  now: Date;
  requests: boolean;
}): GitOps {
  const { kustomization, source, releases, health } = options;
  const { appliedRevision, suspended, history } = kustomization;
  const message = health.message ?? kustomization.conditions.Ready?.message;
  const operation = operationOf(kustomization);
  const [last] = history;
  return {
    ...commonStatus(options.binding, options.now),
    sync: syncOf(kustomization, source),
    health: health.health,
    ...(message && { message }),
    ...(appliedRevision && { revision: commitOf(appliedRevision) }),
    ...(last && { lastSyncedAt: last.deployedAt }),
    outOfSync: [],
    ...(operation && { operation }),
    history: newestFirst([...history, ...releases]).slice(0, maximumHistory),
    suspended,
    automated: !suspended,
    actions: options.requests ? possibleActions(kustomization, source) : [],
  };
}

/** A Kustomization that cannot be trusted, or is not there, says nothing about sync. */
export function unknownGitOps(
  binding: TenantBinding,
  { health, message }: HealthPart,
  now: Date,
): GitOps {
  return {
    ...commonStatus(binding, now),
    sync: 'Unknown',
    health,
    ...(message && { message }),
    outOfSync: [],
    history: [],
    actions: [],
  };
}

function commonStatus({ application }: TenantBinding, now: Date) {
  return {
    application: application.name,
    ...(application.engineUrl && { url: application.engineUrl }),
    observedAt: now.toISOString(),
  };
}

/** A source that does not work cannot tell what Git has come to since. */
function syncOf(
  { appliedRevision, attemptedRevision }: KustomizationProjection,
  source: SourceState | undefined,
): SyncStatus {
  if (source && !['Healthy', 'Progressing'].includes(source.state)) {
    return 'Unknown';
  }
  const wanted = source?.revision ?? attemptedRevision;
  if (!wanted) {
    return 'Unknown';
  }
  return wanted === appliedRevision ? 'Synced' : 'OutOfSync';
}

function operationOf({
  conditions: { Ready: ready, Reconciling: reconciling },
}: KustomizationProjection): GitOpsOperation | undefined {
  if (ready?.status === 'False') {
    return asOperation('Failed', ready.message, {
      finishedAt: ready.lastTransitionTime,
    });
  }
  if (reconciling?.status === 'True') {
    return asOperation('Running', reconciling.message, {
      startedAt: reconciling.lastTransitionTime,
    });
  }
  return ready?.status === 'True'
    ? asOperation('Succeeded', ready.message, {
        finishedAt: ready.lastTransitionTime,
      })
    : undefined;
}

function asOperation(
  phase: GitOpsOperation['phase'],
  message: string | undefined,
  times: Pick<GitOpsOperation, 'startedAt' | 'finishedAt'>,
): GitOpsOperation {
  return { phase, ...(message && { message }), ...times };
}

function possibleActions(
  { suspended }: KustomizationProjection,
  source: SourceState | undefined,
): GitOpsAction[] {
  const isFetching =
    source !== undefined && !['Missing', 'Suspended'].includes(source.state);
  return [
    ...(suspended ? [] : ['sync' as const]),
    ...(isFetching ? ['refresh' as const] : []),
    suspended ? 'resume' : 'suspend',
  ];
}

function newestFirst(deployments: GitOpsDeployment[]): GitOpsDeployment[] {
  return deployments.sort((left, right) =>
    right.deployedAt.localeCompare(left.deployedAt),
  );
}
