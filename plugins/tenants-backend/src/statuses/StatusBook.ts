import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { EnvironmentKey, keyOf } from '../collector';

/** The statuses as they are now, in memory of every replica. A status is replaced, never changed. */
export class StatusBook {
  readonly #statuses = new Map<EnvironmentKey, TenantEnvironmentDetails>();

  get(key: EnvironmentKey): TenantEnvironmentDetails | undefined {
    return this.#statuses.get(key);
  }

  all(): TenantEnvironmentDetails[] {
    return [...this.#statuses.values()];
  }

  put(status: TenantEnvironmentDetails): void {
    this.#statuses.set(keyOf(status), status);
  }

  forget(key: EnvironmentKey): void {
    this.#statuses.delete(key);
  }
}
