import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { EnvironmentKey, keyOf } from '../collector';
import { NewTimelineEvent } from '../status';
import { KeyedEvent, keyedEvent } from '../store';

/** What is stored at once. */
export interface WriteBatch {
  statuses: TenantEnvironmentDetails[];
  events: KeyedEvent[];
}

const maximumEvents = 10_000;

/** Collects what is to be stored: the last status of each tenant environment, and what happened. */
export class PendingWrites {
  #statuses = new Map<EnvironmentKey, TenantEnvironmentDetails>();
  #events: KeyedEvent[] = [];

  add(
    status: TenantEnvironmentDetails,
    events: readonly NewTimelineEvent[],
  ): void {
    this.#statuses.set(keyOf(status), status);
    if (events.length > 0) {
      this.#events = [...this.#events, ...events.map(keyedEvent)].slice(
        -maximumEvents,
      );
    }
  }

  forget(key: EnvironmentKey): void {
    this.#statuses.delete(key);
  }

  /** What is to be stored now, if anything; it is no longer here until it is given back. */
  take(): WriteBatch | undefined {
    const batch = {
      statuses: [...this.#statuses.values()],
      events: this.#events,
    };
    this.#statuses = new Map();
    this.#events = [];
    return batch.statuses.length + batch.events.length > 0 ? batch : undefined;
  }

  /** Takes back what could not be stored, unless there is something newer. */
  giveBack({ statuses, events }: WriteBatch): void {
    for (const status of statuses) {
      const key = keyOf(status);
      this.#statuses.set(key, this.#statuses.get(key) ?? status);
    }
    this.#events = [...events, ...this.#events].slice(-maximumEvents);
  }
}
