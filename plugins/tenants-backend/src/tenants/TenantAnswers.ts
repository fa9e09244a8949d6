import {
  TenantEnvironmentDetails,
  worstOf,
} from '@tenantry/plugin-tenants-common';
import { EnvironmentKey, keyOf } from '../collector';
import {
  confirm,
  ConfirmedAt,
  confirmObservations,
  shorten,
  summarizeTenant,
} from '../status';
import { KeptStatus } from '../statuses';
import { PreparedCache, PreparedJson, prepareJson } from './PreparedJson';
import { KnownTenant, TenantsView } from './TenantsView';

export interface TenantAnswersOptions {
  tenants: TenantsView;
  /** When a source last confirmed what it says of a tenant environment. */
  confirmedAt(source: string, key: EnvironmentKey): string | undefined;
  now?: () => number;
}

const maximumBytes = 32 * 1024 * 1024;
/** The times of confirmations move on at most so often; what has changed is answered at once. */
const confirmMs = 30_000;

/** What the API answers about tenants, serialised once for each change. */
export class TenantAnswers {
  readonly #options: TenantAnswersOptions;
  readonly #cache = new PreparedCache(maximumBytes);

  constructor(options: TenantAnswersOptions) {
    this.#options = options;
  }

  /** A tenant with its environments in short. */
  tenant(tenant: KnownTenant): PreparedJson {
    return this.#prepare(`tenant ${tenant.name}`, [tenant], () =>
      this.#inShort(tenant),
    );
  }

  /**
   * The same with the details of the given environment, or of the one that is worst off when the
   * tenant is not in it.
   */
  tenantInFull(tenant: KnownTenant, environment?: string): PreparedJson {
    const found =
      tenant.environments.find(status => status.environment === environment) ??
      worstOf(tenant.environments);
    return found
      ? this.#prepare(`tenant with ${keyOf(found)}`, [tenant], () => ({
          ...this.#inShort(tenant),
          details: this.#confirm(found),
        }))
      : this.tenant(tenant);
  }

  /** One environment in full; `undefined` when the tenant is not in it. */
  environment(
    tenant: KnownTenant,
    environment: string,
  ): PreparedJson | undefined {
    const found = tenant.environments.find(
      status => status.environment === environment,
    );
    return (
      found &&
      this.#prepare(`environment ${keyOf(found)}`, [found], () =>
        this.#confirm(found),
      )
    );
  }

  /** The row of the fleet page for a tenant, as JSON. */
  summary(tenant: KnownTenant): string {
    const indexed = this.#options.tenants.indexed(tenant.name);
    const { body } = this.#prepare(
      `summary ${tenant.name}`,
      [tenant, indexed],
      () =>
        summarizeTenant(
          {
            ...tenant,
            environments: tenant.environments.map(status => ({
              ...status,
              observedAt: confirmObservations(
                status.observations,
                this.#confirmedAt(status),
              ),
            })),
          },
          ({ environment }) =>
            indexed!.places.find(
              ({ binding }) => binding.environment === environment,
            )!.versions,
        ),
    );
    return body.toString();
  }

  #prepare(
    key: string,
    basis: readonly unknown[],
    make: () => unknown,
  ): PreparedJson {
    const { now = Date.now } = this.#options;
    const tick = Math.floor(now() / confirmMs);
    return this.#cache.get(key, [...basis, tick], () => prepareJson(make()));
  }

  #inShort(tenant: KnownTenant) {
    return {
      ...tenant,
      environments: tenant.environments.map(status =>
        shorten(this.#confirm(status)),
      ),
    };
  }

  #confirm(status: KeptStatus): TenantEnvironmentDetails {
    return confirm(status.details.unpack(), this.#confirmedAt(status));
  }

  #confirmedAt(status: KeptStatus): ConfirmedAt {
    const key = keyOf(status);
    return source => this.#options.confirmedAt(source, key);
  }
}
