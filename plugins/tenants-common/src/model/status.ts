import { Health, SyncStatus } from '../health';
import { Finding } from './changes';
import type { TenantEnvironmentDetails } from './facts';

/**
 * One observed fact about a component.
 *
 * @public
 */
export interface Check {
  /** Stable and unique within its component, for example `deployment/participant`. */
  id: string;
  health: Health;
  /** One CamelCase word, for example `CrashLoopBackOff`. */
  reason?: string;
  /** What is wrong, the likely cause and what to do next, in one or two sentences. */
  message?: string;
  /** Address of the runbook that tells more, where the platform has published it. */
  runbook?: string;
  /** Id of the status source that observed it, for example `kubernetes`. */
  source: string;
  /** When the source last confirmed the fact, RFC 3339 in UTC. */
  observedAt: string;
  /** When the health last changed to what it is, RFC 3339 in UTC. */
  since: string;
  /** What was known before the source could no longer be asked; only on `Unknown` checks. */
  lastKnown?: {
    health: Health;
    reason?: string;
    message?: string;
    observedAt: string;
  };
}

/**
 * A part of a tenant environment, such as `participant`, `database` or `certificate`.
 *
 * @public
 */
export interface ComponentStatus {
  /** Name in `tenant.yaml`, unique within the tenant environment. */
  name: string;
  title: string;
  /** Type in `tenant.yaml`, for example `canton-participant`. */
  type: string;
  health: Health;
  reason?: string;
  message?: string;
  /** Names of other parts that it needs, as its descriptor declares. */
  dependsOn?: string[];
  /** Names of the APIs among the parts that it provides, as its descriptor declares. */
  provides?: string[];
  checks: Check[];
}

/**
 * A check in short, as a tenant's environments are answered.
 *
 * @public
 */
export type CheckSummary = Pick<Check, 'id' | 'health' | 'reason'>;

/**
 * A component in short; only those that are worst off say why.
 *
 * @public
 */
export interface ComponentSummary
  extends Omit<ComponentStatus, 'dependsOn' | 'provides' | 'checks'> {
  checks: CheckSummary[];
}

/**
 * A deployment, stateful set or comparable object that runs pods.
 *
 * @public
 */
export interface Workload {
  kind: string;
  name: string;
  /** Component that the workload belongs to. */
  component: string;
  health: Health;
  reason?: string;
  message?: string;
  readyReplicas: number;
  desiredReplicas: number;
  /** Sum over the containers of the workload's pods. */
  restarts: number;
  /** Container images, with tag or digest. */
  images: string[];
}

/**
 * Something that a client connects to.
 *
 * @public
 */
export interface Endpoint {
  name: string;
  title: string;
  component: string;
  /** Fully qualified host name. */
  host: string;
  port: number;
  /** For example `HTTPS` or `gRPC`. */
  protocol: string;
  /** Absolute URL, where the protocol has one. */
  url?: string;
}

/**
 * What the GitOps engine says about a tenant environment.
 *
 * @public
 */
export interface GitOpsStatus {
  /** Id of the status source, for example `argocd`. */
  source: string;
  /** Name of the Application, or of the Kustomization. */
  application: string;
  sync: SyncStatus;
  /** Health in the engine's own judgement. */
  health: Health;
  message?: string;
  /** Commit that was last applied. */
  revision?: string;
  /** First line of the commit message, where the engine knows it. */
  revisionMessage?: string;
  /** RFC 3339 in UTC. */
  lastSyncedAt?: string;
  /** Objects that differ from Git, as `Kind/name`; at most 50. */
  outOfSync: string[];
  /** What the engine is doing, or did last. */
  operation?: GitOpsOperation;
  /** What was applied before, newest first; at most 10. */
  history: GitOpsDeployment[];
  /** The engine was told not to apply anything. */
  suspended?: boolean;
  /** Whether the engine applies what changes in Git without being asked; absent when not known. */
  automated?: boolean;
  /** Requests that the engine takes for this tenant environment. */
  actions: GitOpsAction[];
  /** Deep link into the engine's own UI. */
  url?: string;
  observedAt: string;
}

/**
 * A request to the GitOps engine. `rollback` applies an entry of the history again.
 *
 * @public
 */
export type GitOpsAction =
  | 'sync'
  | 'refresh'
  | 'rollback'
  | 'suspend'
  | 'resume';

/**
 * A request to the GitOps engine about one tenant environment.
 *
 * @public
 */
export type GitOpsRequest =
  | { action: Exclude<GitOpsAction, 'rollback'> }
  | {
      action: 'rollback';
      /** Id of an entry of the history. */
      deployment: string;
    };

/**
 * One run of the GitOps engine.
 *
 * @public
 */
export interface GitOpsOperation {
  phase: 'Running' | 'Succeeded' | 'Failed';
  message?: string;
  /** RFC 3339 in UTC. */
  startedAt?: string;
  /** RFC 3339 in UTC. */
  finishedAt?: string;
}

/**
 * A revision that the GitOps engine applied.
 *
 * @public
 */
export interface GitOpsDeployment {
  /** What the engine calls it; names the deployment in a rollback. */
  id: string;
  revision: string;
  /** RFC 3339 in UTC. */
  deployedAt: string;
  /** User or automation that asked for it, where the engine knows. */
  initiatedBy?: string;
}

/**
 * One tenant in one environment, in short. `TenantEnvironmentDetails` has everything.
 *
 * @public
 */
export interface TenantEnvironmentStatus {
  tenant: string;
  environment: string;
  /** Position for promotion, lowest first. */
  order: number;
  cluster: string;
  namespace: string;
  health: Health;
  sync: SyncStatus;
  reason?: string;
  message?: string;
  /** When the health last changed, RFC 3339 in UTC. */
  since?: string;
  /** Oldest confirmation among the sources, RFC 3339 in UTC; absent before the first one. */
  observedAt?: string;
  suspended: boolean;
  /** For example `{ splice: '0.7.4' }`. */
  versions: Record<string, string>;
  gitops?: GitOpsStatus;
  components: ComponentSummary[];
  endpoints: Endpoint[];
  /** CIDRs in Git that may connect; at most 20, all of them in the details. */
  allowList: string[];
  /** Number of CIDRs in Git that may connect. */
  allowListCount: number;
  links: StatusLink[];
}

/** @public */
export interface StatusLink {
  /** What is found there. */
  kind: 'repository' | 'dashboard' | 'logs';
  title: string;
  url: string;
}

/**
 * A tenant with all its environments, as `GET /v1/tenants/{tenant}` answers.
 *
 * @public
 */
export interface TenantStatus {
  name: string;
  title: string;
  /** Entity ref of the owning group. */
  owner: string;
  contacts: string[];
  health: Health;
  reason?: string;
  message?: string;
  since?: string;
  /** In promotion order. */
  environments: TenantEnvironmentStatus[];
  /** One of the environments in full, where that was asked for and there is any. */
  details?: TenantEnvironmentDetails;
}

/**
 * One cell of the fleet page.
 *
 * @public
 */
export interface TenantEnvironmentSummary {
  environment: string;
  cluster: string;
  namespace: string;
  health: Health;
  sync: SyncStatus;
  reason?: string;
  message?: string;
  observedAt?: string;
  /** For example `{ splice: '0.7.4' }`. */
  versions: Record<string, string>;
  /** Version of the template that wrote the files. */
  templateVersion: string;
  /** Names of `versions` that are older than the network's; `template` for its own version. */
  behind: string[];
}

/**
 * One row of the fleet page.
 *
 * @public
 */
export interface TenantSummary {
  name: string;
  title: string;
  /** Entity ref of the owning group. */
  owner: string;
  health: Health;
  reason?: string;
  message?: string;
  /** In promotion order. */
  environments: TenantEnvironmentSummary[];
}

/**
 * What one source knows of one server, and what it costs.
 *
 * @public
 */
export interface SourceStatus {
  /** Id of the status source. */
  source: string;
  server: string;
  connected: boolean;
  /** Why it cannot be asked. */
  message?: string;
  /** When the server last answered, RFC 3339 in UTC; absent before the first time. */
  observedAt?: string;
  /** Replica of the backend that observes it; absent while none does. */
  replica?: string;
  /** Requests that were sent, counted since the run began; absent when not counted. */
  requests?: number;
  /** Watches that began anew, counted like the requests. */
  watchRestarts?: number;
  /** Objects or series that are followed. */
  objects?: number;
  /** Kinds of objects that are asked for and cannot be seen; absent when there are none. */
  unseenKinds?: UnseenKind[];
  /** Number of tenant environments that it is asked about. */
  tenantEnvironments: number;
}

/**
 * A kind of object that cannot be seen in a cluster.
 *
 * @public
 */
export interface UnseenKind {
  kind: string;
  /** Empty for the core group. */
  group: string;
  /** One CamelCase word; `KindAbsent` where the cluster does not have the kind. */
  reason: string;
  /** Why, for a person. */
  message: string;
}

/**
 * Whether a cluster can be observed.
 *
 * @public
 */
export interface ClusterStatus {
  name: string;
  role: 'hub' | 'environment';
  environments: string[];
  connectivity: 'Connected' | 'Disconnected' | 'Unknown';
  message?: string;
  /** Last confirmation by the cluster, RFC 3339 in UTC. */
  observedAt?: string;
  /** Number of tenant environments that the registry places on the cluster. */
  tenantEnvironments: number;
  /** Number of tenants with an environment on the cluster. */
  tenants: number;
  /** By source. */
  sources: SourceStatus[];
}

/**
 * How far the registry can be relied on.
 *
 * @public
 */
export interface RegistryStatus {
  /** When it was last read in full, RFC 3339 in UTC; absent before the first time. */
  readAt?: string;
  /** Whether reading it has failed for so long that the platform may be another by now. */
  stale: boolean;
  /** Why it cannot be read. */
  message?: string;
  /** Descriptors that could not be read; at most 100. */
  findings: Finding[];
}
