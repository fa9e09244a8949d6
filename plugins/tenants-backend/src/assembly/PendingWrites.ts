import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { createHash, randomUUID } from 'node:crypto';
import { EnvironmentKey, keyOf } from '../collector';
import { NewTimelineEvent } from '../status';
import { KeyedEvent } from '../store';

/** What is stored at once. */
export interface WriteBatch {
  statuses: TenantEnvironmentDetails[];
  events: KeyedEvent[];
}

const maximumEvents = 10_000;

/** Collects what is worth storing: statuses that say something new, and what happened. */
export class PendingWrites {
  readonly #written = new Map<EnvironmentKey, string>();
  #statuses = new Map<EnvironmentKey, TenantEnvironmentDetails>();
  #events: KeyedEvent[] = [];

  /** Notes that a status is in the store. */
  markWritten(status: TenantEnvironmentDetails): void {
    this.#written.set(keyOf(status), digestOf(status));
  }

  /** Returns whether the status says something new. */
  add(
    status: TenantEnvironmentDetails,
    events: readonly NewTimelineEvent[],
  ): boolean {
    const key = keyOf(status);
    const isNew = this.#written.get(key) !== digestOf(status);
    if (isNew) {
      this.#statuses.set(key, status);
    } else {
      this.#statuses.delete(key);
    }
    const keyed = events.map(event => ({ key: randomUUID(), event }));
    this.#events = [...this.#events, ...keyed].slice(-maximumEvents);
    return isNew;
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
function digestOf(status: TenantEnvironmentDetails): string {
  const text = JSON.stringify(status, (name, value) =>
    name === 'observedAt' ? undefined : value,
  );
  return createHash('sha1').update(text).digest('base64');
}
