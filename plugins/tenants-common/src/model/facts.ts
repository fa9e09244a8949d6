import { Health } from '../health';
import { ComponentStatus, TenantEnvironmentStatus, Workload } from './status';

/**
 * What is known of the objects of one tenant environment, beyond their health. Lists are bounded;
 * a list is absent when no source reported it, and empty when there is nothing.
 *
 * @public
 */
export interface EnvironmentFacts {
  /** At most 100, least well first. */
  pods?: PodFact[];
  /** At most 50. */
  volumes?: VolumeFact[];
  /** At most 50. */
  quotas?: QuotaFact[];
  /** Warnings of the last hour, newest first; at most 50. */
  warnings?: WarningFact[];
  /** At most 20. */
  certificates?: CertificateFact[];
  /** At most 50. */
  secrets?: SecretSyncFact[];
  /** CIDRs that the cluster lets in, as opposed to those in Git. */
  allowListInForce?: string[];
  /** At most 20. */
  backups?: BackupFact[];
  /** Firing alerts; at most 50. */
  alerts?: AlertFact[];
}

/** @public */
export interface PodFact {
  name: string;
  /** Part of the tenant environment that the pod belongs to. */
  component: string;
  health: Health;
  reason?: string;
  message?: string;
  ready: boolean;
  restarts: number;
  /** RFC 3339 in UTC. */
  startedAt?: string;
  images: string[];
}

/** @public */
export interface VolumeFact {
  name: string;
  component: string;
  health: Health;
  /** Kubernetes quantity, for example `50Gi`. */
  capacity?: string;
  storageClass?: string;
}

/**
 * Use of one resource of a quota.
 *
 * @public
 */
export interface QuotaFact {
  /** For example `requests.memory`. */
  resource: string;
  /** Kubernetes quantity. */
  used: string;
  /** Kubernetes quantity. */
  hard: string;
  /** Used as a share of hard. */
  ratio: number;
}

/** @public */
export interface WarningFact {
  /** `Kind/name`. */
  object: string;
  reason: string;
  message: string;
  count: number;
  /** RFC 3339 in UTC. */
  lastSeenAt: string;
}

/** @public */
export interface CertificateFact {
  name: string;
  hosts: string[];
  /** RFC 3339 in UTC; absent before the first issue. */
  expiresAt?: string;
  /** RFC 3339 in UTC. */
  renewsAt?: string;
  issuer?: string;
}

/**
 * A secret that is copied from the secret manager; never its content.
 *
 * @public
 */
export interface SecretSyncFact {
  name: string;
  synced: boolean;
  /** RFC 3339 in UTC; absent before the first time. */
  syncedAt?: string;
}

/** @public */
export interface BackupFact {
  name: string;
  /** Cron expression as the object has it. */
  schedule?: string;
  /** When the last successful backup ended, RFC 3339 in UTC; absent when none did. */
  succeededAt?: string;
}

/** @public */
export interface AlertFact {
  name: string;
  /** As the rule says it, for example `critical`. */
  severity?: string;
  summary?: string;
  /** RFC 3339 in UTC. */
  since: string;
}

/**
 * One tenant environment in full, as `GET /v1/tenants/{tenant}/environments/{environment}` answers:
 * every check with its message, and the whole allow-list.
 *
 * @public
 */
export interface TenantEnvironmentDetails extends TenantEnvironmentStatus {
  components: ComponentStatus[];
  workloads: Workload[];
  facts: EnvironmentFacts;
}

const alertCheckPrefix = 'alert/';

/**
 * Id of the check that tells that the rule of this name fires.
 *
 * @public
 */
export function alertCheckId(name: string): string {
  return `${alertCheckPrefix}${name}`;
}

/**
 * Whether a check tells that a rule fires.
 *
 * @public
 */
export function isAlertCheck({ id }: { id: string }): boolean {
  return id.startsWith(alertCheckPrefix);
}
