import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { EnvironmentKey, keyOf } from '../collector';
import { keepStatus, KeptStatus } from './KeptStatus';

/** The statuses as they are now, in memory of every replica. A status is replaced, never changed. */
export class StatusBook {
  readonly #statuses = new Map<EnvironmentKey, KeptStatus>();

  get(key: EnvironmentKey): KeptStatus | undefined {
    return this.#statuses.get(key);
  }

  /** All of one status. */
  details(key: EnvironmentKey): TenantEnvironmentDetails | undefined {
    return this.get(key)?.details.unpack();
  }

  all(): KeptStatus[] {
    return [...this.#statuses.values()];
  }

  put(status: TenantEnvironmentDetails): void {
    this.#statuses.set(keyOf(status), keepStatus(status));
  }

  forget(key: EnvironmentKey): void {
    this.#statuses.delete(key);
  }
}
