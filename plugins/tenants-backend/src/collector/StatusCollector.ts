import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  TenantEnvironmentDescriptor,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { RegistryView } from '../registry/RegistryView';
import { assembleEnvironment, transitionsBetween } from '../status';
import { StatusStore } from '../store';
import { environmentLinks } from './environmentLinks';
import { EnvironmentKey, keyOf } from './EnvironmentKey';
import { ObservationBoard } from './ObservationBoard';
import { PendingWrites } from './PendingWrites';

export interface StatusCollectorOptions {
  registry: RegistryView;
  board: ObservationBoard;
  store: StatusStore;
  logger: LoggerService;
  /** Statuses that are not confirmed for longer turn Unknown, in milliseconds. */
  staleAfterMs: number;
  /** Called after changes have been stored. */
  onStored(): void;
  now?: () => Date;
  /** Reports within this time are put together at once; 100 by default. */
  coalesceMs?: number;
}

/** What the registry says about a tenant environment. */
interface Place {
  binding: TenantBinding;
  descriptor: TenantEnvironmentDescriptor;
}

/**
 * Turns what sources report into statuses, keeps them for the API, and stores what changed.
 */
export class StatusCollector {
  readonly #options: StatusCollectorOptions;
  readonly #now: () => Date;
  #places: ReadonlyMap<EnvironmentKey, Place> = new Map();
  readonly #statuses = new Map<EnvironmentKey, TenantEnvironmentStatus>();
  readonly #writes: PendingWrites;
  #waiting = new Set<EnvironmentKey>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: StatusCollectorOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#writes = new PendingWrites(this.#now);
  }

  /**
   * Takes up the stored statuses, then follows registry and sources until the signal aborts.
   */
  async start(signal: AbortSignal): Promise<void> {
    const { store, board, registry } = this.#options;
    for (const status of await store.readStatuses()) {
      this.#statuses.set(keyOf(status), status);
      this.#writes.markWritten(status);
    }
    board.onChange(keys => this.#assembleSoon(keys));
    registry.onChange(() => this.refresh(), signal);
    signal.addEventListener('abort', () => clearTimeout(this.#timer), {
      once: true,
    });
    if (registry.isRead) {
      this.refresh();
    }
  }

  /** Status of a tenant environment of the registry. */
  statusOf(place: {
    tenant: string;
    environment: string;
  }): TenantEnvironmentStatus | undefined {
    return this.#statuses.get(keyOf(place));
  }

  /** Puts every status together again: time has passed, or the registry has changed. */
  refresh(): void {
    const { registry, board } = this.#options;
    if (registry.isRead) {
      this.#places = placesOf(registry);
      const keys = new Set(this.#places.keys());
      board.retain(keys);
      this.#forgetOthers(keys);
      this.#assemble(keys);
      this.#write();
    }
  }

  /** Resolves once everything that waits has been stored, or could not be. */
  async settled(): Promise<void> {
    this.#flush();
    await this.#writing;
  }

  #assembleSoon(keys: readonly EnvironmentKey[]): void {
    keys.forEach(key => this.#waiting.add(key));
    this.#timer ??= setTimeout(
      () => this.#flush(),
      this.#options.coalesceMs ?? 100,
    );
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = new Set();
    if (this.#options.registry.isRead) {
      this.#assemble(waiting);
      this.#write();
    }
  }

  #assemble(keys: Iterable<EnvironmentKey>): void {
    const now = this.#now();
    for (const key of keys) {
      const status = this.#assembleOne(key, now);
      if (status) {
        const events = transitionsBetween(this.#statuses.get(key), status, now);
        this.#statuses.set(key, status);
        this.#writes.add(status, events);
      }
    }
  }

  #assembleOne(
    key: EnvironmentKey,
    now: Date,
  ): TenantEnvironmentStatus | undefined {
    const { registry, board, staleAfterMs } = this.#options;
    const place = this.#places.get(key);
    return (
      place &&
      assembleEnvironment({
        ...place,
        sources: board.statesOf(key),
        previous: this.#statuses.get(key),
        now,
        staleBefore: new Date(now.getTime() - staleAfterMs),
        links: environmentLinks(registry, place.binding),
      })
    );
  }

  #write(): void {
    this.#writing = this.#writing.then(() => this.#writePending());
  }

  /**
   * Forgets what the registry no longer has. A tenant whose descriptors are merely broken keeps
   * its timeline.
   */
  #forgetOthers(keys: ReadonlySet<EnvironmentKey>): void {
    const { registry, store } = this.#options;
    const { tenants, findings } = registry.registry();
    for (const [key, { tenant, environment }] of this.#statuses) {
      if (!keys.has(key)) {
        this.#statuses.delete(key);
        this.#writes.forget(key);
        const there =
          tenants.has(tenant) ||
          findings.some(({ file }) => file?.startsWith(`clients/${tenant}/`));
        this.#afterWriting(() =>
          there
            ? store.forgetEnvironment(tenant, environment)
            : store.forgetTenant(tenant),
        );
      }
    }
  }

  #afterWriting(action: () => Promise<void>): void {
    this.#writing = this.#writing
      .then(action)
      .catch(error =>
        this.#options.logger.warn(
          `Statuses cannot be forgotten: ${stringifyError(error)}`,
        ),
      );
  }

  /** What cannot be written now is served all the same, and written with the next change. */
  async #writePending(): Promise<void> {
    const { store, logger, onStored } = this.#options;
    const batch = this.#writes.take();
    if (!batch) {
      return;
    }
    try {
      await store.write(batch);
      onStored();
    } catch (error) {
      this.#writes.giveBack(batch);
      logger.warn(`Statuses cannot be stored: ${stringifyError(error)}`);
    }
  }
}

function placesOf(registry: RegistryView): Map<EnvironmentKey, Place> {
  const { tenantEnvironments } = registry.registry();
  return new Map(
    [...registry.current()].map(([name, binding]) => [
      keyOf(binding),
      { binding, descriptor: tenantEnvironments.get(name)!.descriptor },
    ]),
  );
}
