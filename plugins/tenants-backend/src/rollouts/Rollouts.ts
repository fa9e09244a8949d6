import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Rollout,
  RolloutAction,
  RolloutPlan,
  RolloutRequest,
  RolloutState,
  tenantChangePermission,
} from '@tenantry/plugin-tenants-common';
import { randomUUID } from 'node:crypto';
import { asDenial } from '../audit';
import { currentWave, withWave } from './advanceRollout';
import { RolloutStore, StoredRollout } from './RolloutStore';
import { Starter } from './starterOf';

export interface RolloutsOptions {
  store: RolloutStore;
  /** Checks a request against template and registry, and divides the tenants. */
  plan: (
    request: RolloutRequest,
    credentials: BackstageCredentials,
  ) => Promise<RolloutPlan>;
  now?: () => Date;
}

/** Whether the caller may change a tenant. */
export type MayChange = (tenant: string) => boolean;

const maximumListed = 100;

/** From which states each action leads where. */
const transitions: Record<
  RolloutAction,
  { from: RolloutState[]; to: RolloutState }
> = {
  pause: { from: ['Running'], to: 'Paused' },
  resume: { from: ['Paused', 'Halted'], to: 'Running' },
  stop: { from: ['Running', 'Paused', 'Halted'], to: 'Stopped' },
};

/** What people do with rollouts. Who may is decided before. */
export class Rollouts {
  readonly #options: RolloutsOptions;

  constructor(options: RolloutsOptions) {
    this.#options = options;
  }

  /** @throws InputError naming the field when the request cannot be carried out. */
  plan(
    request: RolloutRequest,
    credentials: BackstageCredentials,
  ): Promise<RolloutPlan> {
    return this.#options.plan(request, credentials);
  }

  /**
   * Starts a rollout; its first wave is proposed within seconds.
   *
   * @throws InputError naming the field when the request cannot be carried out.
   * @throws ConflictError when the environment has an unfinished rollout of the same template.
   */
  async start(
    request: RolloutRequest,
    starter: Starter,
    credentials: BackstageCredentials,
  ): Promise<Rollout> {
    const { store, now = () => new Date() } = this.#options;
    const { title, waves } = await this.plan(request, credentials);
    await this.#assertAlone(request);
    const { templateRef, environment, values, soakMinutes } = request;
    const rollout: Rollout = {
      id: randomUUID(),
      title,
      templateRef,
      environment,
      values,
      soakMinutes,
      state: 'Running',
      createdBy: starter.ref,
      createdAt: now().toISOString(),
      waves: waves.map(tenants => ({ tenants, state: 'Waiting' })),
    };
    await store.add(rollout, starter.author);
    return rollout;
  }

  /** Newest first; at most 100. Those with a tenant that the caller may not change are left out. */
  async list(mayChange: MayChange): Promise<Rollout[]> {
    const rollouts = await this.#options.store.list(maximumListed);
    return rollouts.filter(rollout => isVisible(rollout, mayChange));
  }

  /** @throws NotFoundError when there is none of that id, or one with tenants of others. */
  async get(id: string, mayChange: MayChange): Promise<Rollout> {
    return (await this.#visible(id, mayChange)).rollout;
  }

  /**
   * Pauses, resumes or stops a rollout. An open pull request stays open.
   *
   * @throws NotFoundError when there is none of that id, or one with tenants of others.
   * @throws ConflictError when its state does not allow the action.
   */
  async act(
    id: string,
    action: RolloutAction,
    mayChange: MayChange,
  ): Promise<Rollout> {
    const { store } = this.#options;
    const stored = await this.#visible(id, mayChange);
    const { from, to } = transitions[action];
    const { state } = stored.rollout;
    if (!from.includes(state)) {
      throw new ConflictError(
        `The rollout is ${state}; only one that is ${from.join(
          ' or ',
        )} can be asked to ${action}.`,
      );
    }
    const { message: _answered, ...rest } = stored.rollout;
    const rollout: Rollout =
      action === 'resume'
        ? { ...proposedAnew(rest), state: to }
        : { ...rest, state: to };
    await store.update({ ...stored, rollout });
    return rollout;
  }

  async #visible(id: string, mayChange: MayChange): Promise<StoredRollout> {
    const stored = await this.#options.store.get(id);
    if (!isVisible(stored.rollout, mayChange)) {
      throw asDenial(new NotFoundError(`There is no rollout "${id}".`), {
        permission: tenantChangePermission.name,
      });
    }
    return stored;
  }

  async #assertAlone({
    environment,
    templateRef,
  }: RolloutRequest): Promise<void> {
    const active = await this.#options.store.active();
    const other = active.find(
      ({ rollout }) =>
        rollout.environment === environment &&
        rollout.templateRef === templateRef,
    );
    if (other) {
      throw new ConflictError(
        `The rollout "${other.rollout.id}" of ${templateRef} in ${environment} is ${other.rollout.state}; stop it first.`,
      );
    }
  }
}

function isVisible({ waves }: Rollout, mayChange: MayChange): boolean {
  return waves.every(({ tenants }) => tenants.every(mayChange));
}

/** Proposing again brings an open pull request up to date, and opens a new one for a closed one. */
function proposedAnew(rollout: Rollout): Rollout {
  const index = currentWave(rollout);
  const wave = index === undefined ? undefined : rollout.waves[index];
  return index !== undefined && wave?.state === 'Proposed'
    ? withWave(rollout, index, { tenants: wave.tenants, state: 'Waiting' })
    : rollout;
}
