import { Connectivity } from '@tenantry/plugin-tenants-node';
import { EnvironmentKey } from './EnvironmentKey';

/** What a source said about one of its servers. */
export interface ServerState extends Connectivity {
  source: string;
  /** When the server last answered, RFC 3339 in UTC. */
  answeredAt?: string;
  /** The tenant environments that the source asks the server about. */
  affected: EnvironmentKey[];
}
