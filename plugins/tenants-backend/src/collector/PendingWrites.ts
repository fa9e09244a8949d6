import { TenantEnvironmentStatus } from '@tenantry/plugin-tenants-common';
import { NewTimelineEvent } from '../status';
import { EnvironmentKey, keyOf } from './EnvironmentKey';

/** What is stored at once. */
export interface WriteBatch {
  statuses: TenantEnvironmentStatus[];
  events: NewTimelineEvent[];
}

const maximumEvents = 10_000;
const confirmationMs = 5 * 60_000;

/**
 * Collects what is worth storing: statuses that say something new, and now and then one that was
 * only confirmed, so that its time is not too old after a restart.
 */
export class PendingWrites {
  readonly #now: () => Date;
  readonly #written = new Map<EnvironmentKey, { text: string; at: number }>();
  #statuses = new Map<EnvironmentKey, TenantEnvironmentStatus>();
  #events: NewTimelineEvent[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Notes that a status is in the store. */
  markWritten(status: TenantEnvironmentStatus): void {
    this.#written.set(keyOf(status), {
      text: withoutTimes(status),
      at: this.#now().getTime(),
    });
  }

  add(
    status: TenantEnvironmentStatus,
    events: readonly NewTimelineEvent[],
  ): void {
    const key = keyOf(status);
    const written = this.#written.get(key);
    const old = this.#now().getTime() - (written?.at ?? 0) > confirmationMs;
    if (old || written?.text !== withoutTimes(status)) {
      this.#statuses.set(key, status);
    } else {
      this.#statuses.delete(key);
    }
    this.#events = [...this.#events, ...events].slice(-maximumEvents);
  }

  forget(key: EnvironmentKey): void {
    this.#written.delete(key);
    this.#statuses.delete(key);
  }

  /** What is to be stored now, if anything; counts as stored until it is given back. */
  take(): WriteBatch | undefined {
    const batch = {
      statuses: [...this.#statuses.values()],
      events: this.#events,
    };
    this.#statuses = new Map();
    this.#events = [];
    batch.statuses.forEach(status => this.markWritten(status));
    return batch.statuses.length + batch.events.length > 0 ? batch : undefined;
  }

  /** Takes back what could not be stored, unless there is something newer. */
  giveBack({ statuses, events }: WriteBatch): void {
    for (const status of statuses) {
      const key = keyOf(status);
      this.#written.delete(key);
      this.#statuses.set(key, this.#statuses.get(key) ?? status);
    }
    this.#events = [...events, ...this.#events].slice(-maximumEvents);
  }
}

/** A later confirmation of the same is nothing new. */
function withoutTimes(status: TenantEnvironmentStatus): string {
  return JSON.stringify(status, (name, value) =>
    name === 'observedAt' ? undefined : value,
  );
}
