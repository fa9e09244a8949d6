/**
 * What runs on the spokes, as the metrics API needs to know it: derived from the object stores at
 * the moment of the call, so that it follows every change and no one keeps a second truth.
 */
export interface World {
  /**
   * Every tenant environment that has a namespace on its cluster, ordered by namespace. Another
   * list whenever something in it has changed.
   */
  tenantEnvironments(): WorldTenantEnvironment[];
}

/** One tenant environment with what of it runs. */
export interface WorldTenantEnvironment {
  tenant: string;
  environment: string;
  cluster: string;
  namespace: string;
  /** For example `acme_01-validator-1`. */
  partyHint: string;
  /** Version of the Splice charts, for example `0.7.4`. */
  spliceVersion: string;
  suspended: boolean;
  /** Empty for a suspended tenant environment. */
  pods: WorldPod[];
  /** Sum over the databases of the tenant environment. */
  databaseSizeBytes: number;
  volumes: WorldVolume[];
  certificates: WorldCertificate[];
}

/** A certificate that was issued. */
export interface WorldCertificate {
  name: string;
  /** RFC 3339 in UTC. */
  expiresAt: string;
}

/** A pod of one of the parts that report metrics. */
export interface WorldPod {
  name: string;
  component: 'validator' | 'participant' | 'database';
  ready: boolean;
  /** Sum over its containers. */
  restarts: number;
  /** RFC 3339 in UTC. */
  startedAt: string;
}

/** A bound persistent volume claim. */
export interface WorldVolume {
  claim: string;
  capacityBytes: number;
  usedBytes: number;
}
