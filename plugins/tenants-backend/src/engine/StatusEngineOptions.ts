import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { StatusSource } from '@tenantry/plugin-tenants-node';
import { ChangeSignal } from '../live/ChangeSignal';
import { ReplicaBus } from '../live/ReplicaBus';
import { RegistryView } from '../registry/RegistryView';
import { EngineStore } from '../store';

export interface StatusEngineOptions {
  /** Id of this replica, new with each start. */
  replica: string;
  sources: readonly StatusSource[];
  registry: RegistryView;
  store: EngineStore;
  change: ChangeSignal;
  bus: ReplicaBus;
  metrics: MetricsService;
  logger: LoggerService;
  /** Statuses that are not confirmed for longer turn Unknown, in milliseconds. */
  staleAfterMs: number;
  runbookUrl(slug: string): string | undefined;
  timing?: EngineTiming;
}

/** How long the parts of the engine wait, in milliseconds. Tests shorten them. */
export interface EngineTiming {
  /** As in `LeaseKeeperOptions`. */
  beatMs?: number;
  deadAfterMs?: number;
  /** A clock that only goes forward, for the leases. */
  leaseClock?: () => number;
  /** As in `FollowerOptions`. */
  pollMs?: number;
  coalesceMs?: number;
  retryMs?: number;
}
