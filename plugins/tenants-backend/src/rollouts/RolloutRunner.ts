import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { Forge } from '@tenantry/forges';
import {
  Rollout,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { advanceRollout, currentWave, withWave } from './advanceRollout';
import { proposeWave, RenderTenantChange } from './proposeWave';
import { RolloutStore, StoredRollout } from './RolloutStore';
import { waveEvents } from './waveEvents';

export interface RolloutRunnerOptions {
  store: RolloutStore;
  /** Called when it is needed: a registry may be read from where nothing can be proposed. */
  forge: () => Pick<Forge, 'proposeChange' | 'readPullRequest'>;
  render: RenderTenantChange;
  statusOf: (
    tenant: string,
    environment: string,
  ) => TenantEnvironmentStatus | undefined;
  /**
   * Whether a tenant has left an environment since the rollout was planned.
   *
   * @throws ServiceUnavailableError when it is not known yet.
   */
  isRemoved: (tenant: string, environment: string) => boolean;
  logger: LoggerService;
  now?: () => Date;
}

/** Errors that a later attempt may not have. */
const passing = ['ServiceUnavailableError', 'AbortError', 'TimeoutError'];

/** Takes rollouts on, one step at a time. One replica at a time calls it. */
export class RolloutRunner {
  readonly #options: RolloutRunnerOptions;
  readonly #now: () => Date;

  constructor(options: RolloutRunnerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Takes every running rollout one step on; one that fails does not hold up the others. */
  async runOnce(signal?: AbortSignal): Promise<void> {
    for (const stored of await this.#options.store.active()) {
      if (signal?.aborted) {
        return;
      }
      if (stored.rollout.state === 'Running') {
        await this.#run(stored, signal);
      }
    }
  }

  async #run(stored: StoredRollout, signal?: AbortSignal): Promise<void> {
    const { store, logger } = this.#options;
    const { rollout } = stored;
    try {
      const next = await this.#step(stored, signal).catch(error =>
        this.#failed(rollout, error),
      );
      if (JSON.stringify(next) !== JSON.stringify(rollout)) {
        await store.update(
          { ...stored, rollout: next },
          waveEvents(rollout, next, this.#now()),
        );
        logger.info(
          `Rollout ${rollout.id} is ${next.state}. ${
            next.message ?? ''
          }`.trim(),
        );
      }
    } catch (error) {
      // Somebody paused or stopped it meanwhile, or the database is away: the next run sees.
      logger.warn(
        `Rollout ${rollout.id} could not be written: ${stringifyError(error)}`,
      );
    }
  }

  async #step(stored: StoredRollout, signal?: AbortSignal): Promise<Rollout> {
    const { rollout } = stored;
    const index = currentWave(rollout);
    if (index === undefined) {
      return { ...rollout, state: 'Done' };
    }
    const wave = rollout.waves[index];
    const removed = this.#removedFrom(rollout, index);
    if (wave.state === 'Waiting') {
      return this.#propose(stored, { index, removed }, signal);
    }
    const { forge, statusOf } = this.#options;
    const pullRequest =
      wave.state === 'Proposed' && wave.pullRequest
        ? await forge().readPullRequest(wave.pullRequest.number, { signal })
        : undefined;
    const statuses = new Map(
      wave.tenants.flatMap(tenant => {
        const status = statusOf(tenant, rollout.environment);
        return status ? [[tenant, status] as const] : [];
      }),
    );
    const now = this.#now();
    return advanceRollout(rollout, { now, pullRequest, statuses, removed });
  }

  #removedFrom(
    { waves, environment }: Rollout,
    index: number,
  ): ReadonlySet<string> {
    const { isRemoved } = this.#options;
    return new Set(
      waves[index].tenants.filter(tenant => isRemoved(tenant, environment)),
    );
  }

  async #propose(
    { rollout, author }: StoredRollout,
    { index, removed }: { index: number; removed: ReadonlySet<string> },
    signal?: AbortSignal,
  ): Promise<Rollout> {
    const wave = rollout.waves[index];
    const { forge, render } = this.#options;
    const opened = await proposeWave({
      forge: forge(),
      render,
      rollout,
      index,
      removed,
      author,
      signal,
    });
    if (!opened) {
      return withWave(rollout, index, { ...wave, state: 'Merged' });
    }
    const { number, url } = opened;
    return withWave(
      rollout,
      index,
      { ...wave, state: 'Proposed', pullRequest: { number, url } },
      `Pull request ${number} waits for its merge.`,
    );
  }

  #failed(rollout: Rollout, error: unknown): Rollout {
    const reason = isError(error) ? error.message : String(error);
    return isError(error) && passing.includes(error.name)
      ? { ...rollout, message: `${reason} It is tried again.` }
      : {
          ...rollout,
          state: 'Halted',
          message: `${reason} Mend it and resume, or stop the rollout.`,
        };
  }
}
