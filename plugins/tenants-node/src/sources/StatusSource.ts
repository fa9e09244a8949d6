import {
  Check,
  EnvironmentFacts,
  GitOpsStatus,
  PodFact,
  UnseenKind,
  VolumeFact,
  Workload,
} from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '../registry';

/**
 * A check as a source reports it; when its health last changed is the store's to know.
 *
 * @public
 */
export interface ObservedCheck
  extends Pick<Check, 'id' | 'health' | 'reason' | 'message'> {
  /**
   * Object in the namespace, as `Kind/name`, by which the binding finds the component; absent for
   * a check that is found by its id.
   */
  object?: string;
  /** Name of the runbook that tells more, for example `certificate-expiring`. */
  runbook?: string;
}

/**
 * Everything one source knows about one tenant environment at one moment. It replaces what the
 * source said before.
 *
 * @public
 */
export interface Observation {
  tenant: string;
  environment: string;
  /** RFC 3339 in UTC. */
  observedAt: string;
  checks: ObservedCheck[];
  /** Only from a source that sees workloads; `component` is filled in from the binding. */
  workloads?: Omit<Workload, 'component'>[];
  /** Only from a GitOps engine. */
  gitops?: Omit<GitOpsStatus, 'source'>;
  /** Each list from one source only; a list that a source does not report stays absent. */
  facts?: ObservedFacts;
}

/**
 * Facts as a source reports them; `component` is filled in from the binding.
 *
 * @public
 */
export interface ObservedFacts
  extends Omit<EnvironmentFacts, 'pods' | 'volumes'> {
  pods?: Omit<PodFact, 'component'>[];
  volumes?: Omit<VolumeFact, 'component'>[];
}

/**
 * Says whether a source can ask one of its servers.
 *
 * @public
 */
export interface Connectivity {
  /** Cluster of the registry; for a server that is no cluster, a name such as `prometheus`. */
  server: string;
  connected: boolean;
  /** Why not, for a person; never with a credential. */
  message?: string;
  /** RFC 3339 in UTC. */
  observedAt: string;
  /** For the operators' view and the metrics of the backend. */
  statistics?: ServerStatistics;
}

/**
 * What observing one server costs, counted since the run began.
 *
 * @public
 */
export interface ServerStatistics {
  /** Requests that were sent to the server. */
  requests: number;
  /** Watches that broke and began anew with a list. */
  watchRestarts: number;
  /** Objects or series that are followed now. */
  objects: number;
  /** Kinds that are asked for and cannot be seen. */
  unseenKinds?: UnseenKind[];
}

/**
 * Takes what sources observe.
 *
 * @public
 */
export interface StatusSink {
  report(observation: Observation): void;
  /**
   * Reports on a server. While it is not connected, the checks that the source got from it turn
   * `Unknown` and keep their last known value; while it is, they count as confirmed. `affected`
   * names every tenant environment that the server is asked about, and replaces what was named
   * before.
   */
  reportConnectivity(
    connectivity: Connectivity,
    affected: readonly Pick<TenantBinding, 'tenant' | 'environment'>[],
  ): void;
}

/**
 * The tenant bindings of the registry as they are now.
 *
 * @public
 */
export interface BindingsView {
  /** All bindings, by `<tenant>-<environment>`; a new map after each change. */
  current(): ReadonlyMap<string, TenantBinding>;
  /** Calls back after each change, until the signal aborts. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

/**
 * Observes one kind of system for all tenants.
 *
 * @public
 */
export interface StatusSource {
  /** Stable and unique, for example `kubernetes`. */
  readonly id: string;
  /**
   * Whether the source has to do with a tenant environment; with every one when absent. Of others
   * it is told nothing, and its silence says nothing about them.
   */
  concerns?(binding: TenantBinding): boolean;
  /**
   * Names the servers that are asked about a tenant environment, as in `Connectivity`. A source
   * that has this is run once for each server, and different servers may be observed by different
   * replicas of the backend; one that has not is run as a whole, by one replica.
   */
  serversOf?(binding: TenantBinding): string[];
  /**
   * Observes until the signal aborts. Failures of servers are reported through the sink and
   * tried again; a promise that rejects is logged and the source is started again.
   */
  run(options: StatusSourceRun): Promise<void>;
}

/**
 * One run of a status source.
 *
 * @public
 */
export interface StatusSourceRun {
  /** The only server to ask; absent for a source without `serversOf`. */
  server?: string;
  /**
   * Those that the source has to do with and, with a server, that `serversOf` names it for.
   */
  bindings: BindingsView;
  sink: StatusSink;
  signal: AbortSignal;
}
