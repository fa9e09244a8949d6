/**
 * How far a rollout is. `Halted` waits for a person after something went wrong, `Paused` after a
 * person asked for it; `Stopped` and `Done` are final.
 *
 * @public
 */
export type RolloutState = 'Running' | 'Paused' | 'Halted' | 'Stopped' | 'Done';

/**
 * How far one wave is: its pull request is not open yet, open, merged, or merged with every tenant
 * of it well again.
 *
 * @public
 */
export type RolloutWaveState = 'Waiting' | 'Proposed' | 'Merged' | 'Healthy';

/** @public */
export interface RolloutWave {
  /** Names of tenants. */
  tenants: string[];
  state: RolloutWaveState;
  /** Absent when nothing had to be changed for the tenants of the wave. */
  pullRequest?: { number: number; url: string };
  /** RFC 3339 in UTC. */
  mergedAt?: string;
  /** Since when all tenants of the wave have been well after the merge, RFC 3339 in UTC. */
  healthySince?: string;
}

/**
 * One change of many tenants of an environment, wave after wave: the pull request of a wave is
 * opened once the one before is merged and its tenants are healthy.
 *
 * @public
 */
export interface Rollout {
  id: string;
  /** What every tenant gets, for example `Upgrade Splice`. */
  title: string;
  /** Entity ref of the template that makes the change of one tenant. */
  templateRef: string;
  environment: string;
  /** Values of the template but for `client` and `environments`. */
  values: Record<string, unknown>;
  /** For how long a wave has to be well before the next one, in minutes. */
  soakMinutes: number;
  state: RolloutState;
  /** What it is waiting for, or what went wrong. */
  message?: string;
  /** Entity ref of the user who started it. */
  createdBy: string;
  /** RFC 3339 in UTC. */
  createdAt: string;
  waves: RolloutWave[];
}

/**
 * Asks for a rollout. The tenants of the first wave are named; the others follow by name.
 *
 * @public
 */
export interface RolloutRequest {
  templateRef: string;
  environment: string;
  values: Record<string, unknown>;
  /** Tenants that go first, at most 50; the first `waveSize` by name when there is none. */
  firstWave: string[];
  /** Tenants in each later wave, 1 to 50. */
  waveSize: number;
  /** Tenants that are left as they are, at most 1000. */
  exclude: string[];
  /** 0 to 1440. */
  soakMinutes: number;
}

/**
 * What a rollout would do.
 *
 * @public
 */
export interface RolloutPlan {
  title: string;
  waves: string[][];
  /** Tenants of the environment that are left as they are, each with the reason. */
  skipped: { tenant: string; reason: string }[];
}

/** @public */
export type RolloutAction = 'pause' | 'resume' | 'stop';
