import { Health } from '../health';
import {
  ChangePreview,
  ClusterStatus,
  GitOpsRequest,
  MetricRange,
  RegistryStatus,
  Rollout,
  RolloutAction,
  RolloutPlan,
  RolloutRequest,
  SourceStatus,
  TenantEnvironmentDetails,
  TenantEnvironmentMetrics,
  TenantStatus,
  TenantSummary,
  TimelineEvent,
  TimelineEventType,
  TrackedChange,
} from '../model';

/** @public */
export interface ListTenantsRequest {
  /** Only these tenants; at most 100. Those that the caller may not see are left out. */
  names?: string[];
  health?: Health[];
  environment?: string;
  cluster?: string;
  /** Entity ref of the owning group. */
  owner?: string;
  /** Only tenants of which a version is behind the network's, or the template's. */
  behind?: boolean;
  /** Text in the name, title, a host name, the namespace or an immutable value. */
  q?: string;
  /** 1 to 200; 50 by default. */
  limit?: number;
  cursor?: string;
  /** Worst first by default. */
  order?: 'health' | 'name';
}

/** @public */
export interface ListTenantsResponse {
  items: TenantSummary[];
  totalItems: number;
  /** Number of tenants of each health that match every filter of the request but `health`. */
  healthCounts: Record<Health, number>;
  nextCursor?: string;
}

/** @public */
export interface TimelineRequest {
  /** Only events of these kinds. */
  type?: TimelineEventType[];
  /** Only what happened in this environment. */
  environment?: string;
  /** RFC 3339 in UTC. */
  since?: string;
  /** 1 to 200; 50 by default. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface TimelineResponse {
  /** Newest first. */
  items: TimelineEvent[];
  /** The changes that some of the events belong to, the one that something happened to last first. */
  changes: TrackedChange[];
  nextCursor?: string;
}

/** @public */
export interface NameAvailability {
  name: string;
  available: boolean;
  /** Why the name cannot be taken. */
  message?: string;
}

/**
 * What a form of a tenant template needs to know of the platform.
 *
 * @public
 */
export interface EnvironmentOption {
  name: string;
  title: string;
  order: number;
  /** Version that new tenants get, where the environment names one. */
  version?: string;
  allowList: {
    minimumPrefixLength: { ipv4: number; ipv6: number };
    maximumEntries: number;
  };
}

/** @public */
export interface PreviewChangeRequest {
  /** Entity ref of the Software Template. */
  templateRef: string;
  /** Values of the form. */
  values: Record<string, unknown>;
}

/** @public */
export interface RequestOptions {
  signal?: AbortSignal;
  /** Backstage token; the frontend's `fetchApi` adds its own. */
  token?: string;
}

/** @public */
export interface ListClustersRequest {
  /** 1 to 200; 50 by default. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListClustersResponse {
  items: ClusterStatus[];
  totalItems: number;
  nextCursor?: string;
  /** Servers that are no cluster, for example of metrics; with the first page only. */
  servers?: SourceStatus[];
  /** With the first page only. */
  registry?: RegistryStatus;
}

/**
 * The HTTP API of the tenants backend, see `openapi.yaml` of the backend plugin.
 *
 * @public
 */
export interface TenantsApi {
  listTenants(
    request: ListTenantsRequest,
    options?: RequestOptions,
  ): Promise<ListTenantsResponse>;
  getTenant(tenant: string, options?: RequestOptions): Promise<TenantStatus>;
  /**
   * A tenant with `details`: of the given environment, or of the one that is worst off where none
   * is given or the tenant is not in it.
   */
  getTenantInFull(
    tenant: string,
    environment?: string,
    options?: RequestOptions,
  ): Promise<TenantStatus>;
  getTenantEnvironment(
    tenant: string,
    environment: string,
    options?: RequestOptions,
  ): Promise<TenantEnvironmentDetails>;
  getMetrics(
    tenant: string,
    environment: string,
    range: MetricRange,
    options?: RequestOptions,
  ): Promise<TenantEnvironmentMetrics>;
  getTimeline(
    tenant: string,
    request: TimelineRequest,
    options?: RequestOptions,
  ): Promise<TimelineResponse>;
  listClusters(
    request?: ListClustersRequest,
    options?: RequestOptions,
  ): Promise<ListClustersResponse>;
  listEnvironments(
    options?: RequestOptions,
  ): Promise<{ items: EnvironmentOption[] }>;
  checkName(name: string, options?: RequestOptions): Promise<NameAvailability>;
  previewChange(
    request: PreviewChangeRequest,
    options?: RequestOptions,
  ): Promise<ChangePreview>;
  /** Resolves once the GitOps engine has taken the request, not once it is done. */
  requestGitOps(
    tenant: string,
    environment: string,
    request: GitOpsRequest,
    options?: RequestOptions,
  ): Promise<void>;
  /** The last 100, newest first. */
  listRollouts(options?: RequestOptions): Promise<{ items: Rollout[] }>;
  planRollout(
    request: RolloutRequest,
    options?: RequestOptions,
  ): Promise<RolloutPlan>;
  startRollout(
    request: RolloutRequest,
    options?: RequestOptions,
  ): Promise<Rollout>;
  actOnRollout(
    rollout: string,
    action: RolloutAction,
    options?: RequestOptions,
  ): Promise<Rollout>;
}
