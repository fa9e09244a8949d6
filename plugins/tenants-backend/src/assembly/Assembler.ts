import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { pace } from '@tenantry/plugin-tenants-node';
import { EnvironmentKey, keyOf, ServerBook } from '../collector';
import { RegistryView } from '../registry/RegistryView';
import { StatusBook, StatusHead } from '../statuses';
import {
  awaitsReport,
  confirm,
  isSameButForTimes,
  transitionsBetween,
} from '../status';
import { StatusStore } from '../store';
import { EngineMetrics } from '../telemetry/EngineMetrics';
import { ObservationBoard } from './ObservationBoard';
import { Place, placesOf, assemblePlace } from './places';
import { StatusWriter } from './StatusWriter';

export interface AssemblerOptions {
  registry: RegistryView;
  board: ObservationBoard;
  book: StatusBook;
  servers: Pick<ServerBook, 'confirmedAt'>;
  writer: StatusWriter;
  store: Pick<StatusStore, 'forgetEnvironment' | 'forgetTenant'>;
  logger: LoggerService;
  metrics: EngineMetrics;
  /** Statuses that are not confirmed for longer turn Unknown, in milliseconds. */
  staleAfterMs: number;
  runbookUrl(slug: string): string | undefined;
  now?: () => Date;
  /** Reports within this time are put together at once; 100 by default. */
  coalesceMs?: number;
}

/** Longest wait for more to put together at once, in milliseconds. */
const maximumWaitMs = 1_000;
/** What is not well is put together at least so often: an onboarding is given up after days. */
const agingMs = 10 * 60_000;

/** What has to be known of a status to tell whether time alone has changed it since. */
interface Assembled {
  /** In Unix milliseconds. */
  at: number;
  /** Ids of the sources that had fallen silent by then, in one text. */
  silent: string;
  /** Whether it is given up soon that something is reported. */
  awaitsReport: boolean;
}

/**
 * Turns what the sources say into statuses, in the one replica that holds the lease for it, and
 * has what changed stored.
 */
export class Assembler {
  readonly #options: AssemblerOptions;
  readonly #now: () => Date;
  #places: ReadonlyMap<EnvironmentKey, Place> = new Map();
  readonly #assembled = new Map<EnvironmentKey, Assembled>();
  #waiting = new Set<EnvironmentKey>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  /** How long it took to put together what waited last. */
  #workedMs = 0;
  #stopped = false;

  constructor(options: AssemblerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Has the statuses put together of which something else is known now. */
  assembleSoon(keys: Iterable<EnvironmentKey>): void {
    for (const key of keys) {
      this.#waiting.add(key);
    }
    this.#timer ??= setTimeout(() => this.#work(), this.#waitMs()).unref();
  }

  /** Puts every status together again: the registry has changed. */
  refresh(): void {
    const { registry } = this.#options;
    if (registry.isRead && !this.#stopped) {
      this.#places = placesOf(registry);
      this.#forgetOthers();
      this.#waiting = new Set(this.#places.keys());
      this.#work();
    }
  }

  /** Puts the statuses together again that may be others only because time has passed. */
  async timePasses(): Promise<void> {
    for (const [key, place] of this.#places) {
      if (this.#stopped) {
        return;
      }
      if (this.#mayAge(place)) {
        this.assembleSoon([key]);
      }
      await pace();
    }
  }

  #mayAge({ binding }: Place): boolean {
    const { board, book } = this.#options;
    const key = keyOf(binding);
    const assembled = this.#assembled.get(key);
    if (!assembled || assembled.awaitsReport) {
      return true;
    }
    const isOld = this.#now().getTime() - assembled.at >= agingMs;
    const isWell = book.get(key)?.health === 'Healthy';
    const silent = board.silentSince(binding, this.#staleBefore()).join();
    return (isOld && !isWell) || silent !== assembled.silent;
  }

  /** Confirmations before this moment are too old to rely on. */
  #staleBefore(): Date {
    return new Date(this.#now().getTime() - this.#options.staleAfterMs);
  }

  /** Resolves once everything that waits is put together and stored, or could not be. */
  async settled(): Promise<void> {
    this.#work();
    await this.#working;
    await this.#options.writer.settled();
  }

  /** Puts nothing together any more. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  /** The more there is to do, the longer it waits for what else comes for the same statuses. */
  #waitMs(): number {
    const { coalesceMs = 100 } = this.#options;
    return Math.min(coalesceMs + this.#workedMs, maximumWaitMs);
  }

  #work(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#working = this.#working.then(() => this.#assembleWaiting());
  }

  async #assembleWaiting(): Promise<void> {
    const startedAt = performance.now();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const key of waiting) {
      if (this.#stopped) {
        return;
      }
      this.#assembleGuarded(key);
      await pace();
    }
    this.#workedMs = performance.now() - startedAt;
    this.#options.writer.write();
  }

  /** One that cannot be put together must not keep the others waiting. */
  #assembleGuarded(key: EnvironmentKey): void {
    const { metrics, logger } = this.#options;
    const startedAt = performance.now();
    try {
      this.#assemble(key);
    } catch (error) {
      logger.error(
        `The status of ${key} cannot be put together: ${stringifyError(error)}`,
      );
    }
    metrics.assembled(performance.now() - startedAt);
  }

  #assemble(key: EnvironmentKey): void {
    const { board, book, writer } = this.#options;
    const place = this.#places.get(key);
    // Until it is put together again: what cannot be is tried again.
    this.#assembled.delete(key);
    if (!place) {
      return;
    }
    const now = this.#now();
    const staleBefore = this.#staleBefore();
    const previous = book.details(key);
    const status = assemblePlace({
      ...this.#options,
      place,
      sources: board.statesOf(place.binding),
      previous,
      now,
      staleBefore,
    });
    this.#assembled.set(key, {
      at: now.getTime(),
      silent: board.silentSince(place.binding, staleBefore).join(),
      awaitsReport: awaitsReport(status),
    });
    if (!previous || this.#isNews(previous, status)) {
      book.put(status);
      writer.add(status, transitionsBetween(previous, status, now));
    }
  }

  /**
   * Whether a status says something new. That servers have confirmed it is added on reading; only
   * what sources without servers confirm has to be stored now and then.
   */
  #isNews(
    previous: TenantEnvironmentDetails,
    status: TenantEnvironmentDetails,
  ): boolean {
    const { servers, staleAfterMs } = this.#options;
    const { observedAt } = confirm(previous, source =>
      servers.confirmedAt(source, keyOf(previous)),
    );
    const laterMs =
      Date.parse(status.observedAt ?? '') - Date.parse(observedAt ?? '');
    return laterMs > staleAfterMs / 4 || !isSameButForTimes(previous, status);
  }

  /**
   * Forgets what the registry no longer has. A tenant whose descriptors are merely broken keeps
   * its timeline.
   */
  #forgetOthers(): void {
    for (const status of this.#options.book.all()) {
      if (!this.#places.has(keyOf(status))) {
        this.#forget(status);
      }
    }
  }

  #forget(status: StatusHead): void {
    const { registry, board, book, writer, store } = this.#options;
    const { tenant, environment } = status;
    const key = keyOf(status);
    board.forget(key);
    book.forget(key);
    this.#assembled.delete(key);
    writer.forget(key, () =>
      isThere(registry, tenant)
        ? store.forgetEnvironment(tenant, environment)
        : store.forgetTenant(tenant),
    );
  }
}

function isThere(registry: RegistryView, tenant: string): boolean {
  const { tenants, findings } = registry.registry();
  return (
    tenants.has(tenant) ||
    findings.some(({ file }) => file?.startsWith(`clients/${tenant}/`))
  );
}
