import {
  KubernetesObject,
  ObjectReference,
} from '../../kubernetes/ObjectStore';

export type HealthStatus =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

export interface ResourceHealth {
  status: HealthStatus;
  message?: string;
}

/** The parts of an Argo CD Application that the engine reads. */
export interface Application extends KubernetesObject {
  spec: ApplicationSpec;
  operation?: Operation;
  status?: ApplicationStatus;
}

export interface ApplicationSpec {
  project: string;
  destination: { name?: string; server?: string; namespace?: string };
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  syncPolicy?: {
    automated?: { prune?: boolean; selfHeal?: boolean };
    syncOptions?: string[];
    managedNamespaceMetadata?: {
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    };
  };
  ignoreDifferences?: IgnoredDifference[];
}

export interface ApplicationSource {
  repoURL: string;
  targetRevision?: string;
  path?: string;
  chart?: string;
  ref?: string;
  directory?: { recurse?: boolean };
  helm?: { releaseName?: string; valueFiles?: string[] };
}

export interface IgnoredDifference {
  group?: string;
  kind: string;
  name?: string;
  jsonPointers?: string[];
}

export interface Operation {
  sync?: {
    prune?: boolean;
    /** A commit to apply in place of the head, for an Application of one source. */
    revision?: string;
    /** The same for several sources: one for each. */
    revisions?: string[];
    /** What to apply in place of the sources of the specification. */
    source?: ApplicationSource;
    sources?: ApplicationSource[];
    /** How often self-healing has tried in a row. */
    selfHealAttemptsCount?: number;
  };
  initiatedBy?: { username?: string; automated?: boolean };
  retry?: {
    limit?: number;
    backoff?: { duration?: string; factor?: number; maxDuration?: string };
  };
}

export interface ApplicationStatus {
  controllerNamespace?: string;
  reconciledAt?: string;
  sourceTypes?: string[];
  sync?: SyncComparison;
  health?: { status: HealthStatus; lastTransitionTime: string };
  resources?: ResourceStatus[];
  summary?: { images?: string[]; externalURLs?: string[] };
  conditions?: ApplicationCondition[];
  operationState?: OperationState;
  history?: RevisionHistory[];
}

export interface SyncComparison {
  status: 'Synced' | 'OutOfSync' | 'Unknown';
  comparedTo: Pick<
    ApplicationSpec,
    'destination' | 'sources' | 'ignoreDifferences'
  >;
  revisions?: string[];
}

export interface ResourceStatus {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  status: 'Synced' | 'OutOfSync' | 'Unknown';
  health?: ResourceHealth;
  requiresPruning?: boolean;
  syncWave?: number;
}

export type ConditionType =
  | 'ComparisonError'
  | 'InvalidSpecError'
  | 'SyncError'
  | 'OrphanedResourceWarning';

export interface ApplicationCondition {
  type: ConditionType;
  message: string;
  lastTransitionTime: string;
}

export interface OperationState {
  operation: Operation;
  phase: 'Running' | 'Succeeded' | 'Failed' | 'Error';
  message: string;
  startedAt: string;
  /** While running: when the attempt before the next one failed. */
  finishedAt?: string;
  retryCount?: number;
  syncResult: {
    resources?: ResourceResult[];
    revisions: string[];
    sources: ApplicationSource[];
  };
}

export interface ResourceResult {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status?: 'Synced' | 'SyncFailed' | 'Pruned';
  message: string;
  hookPhase: 'Running' | 'Failed' | 'Succeeded';
  syncPhase: 'Sync';
}

export interface RevisionHistory {
  id: number;
  deployStartedAt: string;
  deployedAt: string;
  revisions: string[];
  sources: ApplicationSource[];
  initiatedBy: { username?: string; automated?: boolean };
}

/** Namespace of the Applications on the hub. */
export const argocdNamespace = 'argocd';

export function applicationReference(name: string): ObjectReference {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    namespace: argocdNamespace,
    name,
  };
}

/** The sources, whether the Application has one or several. */
export function sourcesOf({
  source,
  sources,
}: Pick<ApplicationSpec, 'source' | 'sources'>) {
  return sources ?? (source ? [source] : []);
}
