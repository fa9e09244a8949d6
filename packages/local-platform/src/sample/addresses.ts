/** Names of the platform's clusters, the hub first. */
export const clusterNames = ['hub', 'devnet', 'testnet', 'mainnet'] as const;

export type ClusterName = (typeof clusterNames)[number];

/** Where the servers of the platform can be reached. */
export interface PlatformAddresses {
  /** Clone address of the GitOps repository, ending with `.git`. */
  repositoryUrl: string;
  /** Address of each API server, without a trailing slash. */
  apiServers: Readonly<Record<ClusterName, string>>;
}
