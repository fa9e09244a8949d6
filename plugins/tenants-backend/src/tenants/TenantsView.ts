import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { assemblePlace } from '../assembly';
import { EnvironmentKey } from '../collector';
import { RegistryView } from '../registry/RegistryView';
import { AssembledTenant, assembleTenant } from '../status';
import { keepStatus, KeptStatus } from '../statuses';
import { isSame } from './isSame';
import { IndexedPlace, IndexedTenant, indexTenants } from './TenantsIndex';
import { TemplateVersions } from './versions';

export interface TenantsViewOptions {
  registry: RegistryView;
  /** Status of a tenant environment, as far as one is known. */
  statusOf(key: EnvironmentKey): KeptStatus | undefined;
  runbookUrl(slug: string): string | undefined;
  /** Versions of the templates that are offered; another map after each change. */
  offeredTemplates(): TemplateVersions;
}

/** A tenant with what is known of it. */
export type KnownTenant = AssembledTenant<KeptStatus>;

interface Assembled {
  tenant: KnownTenant;
  /** What it was assembled from. */
  statuses: readonly KeptStatus[];
}

/**
 * The tenants of the registry with their status, each assembled once for each change. Knows
 * nothing of permissions.
 */
export class TenantsView {
  readonly #options: TenantsViewOptions;
  #basis: readonly unknown[] = [];
  #index: ReadonlyMap<string, IndexedTenant> = new Map();
  #assembled = new Map<string, Assembled>();
  #unseen = new Map<EnvironmentKey, KeptStatus>();

  constructor(options: TenantsViewOptions) {
    this.#options = options;
  }

  names(): string[] {
    return [...this.#current().keys()];
  }

  /** Entity ref of the group that owns a tenant; `undefined` when there is no such tenant. */
  ownerOf(tenant: string): string | undefined {
    return this.indexed(tenant)?.owner;
  }

  /** What the registry says about a tenant; another object after each change of the registry. */
  indexed(tenant: string): IndexedTenant | undefined {
    return this.#current().get(tenant);
  }

  binding(tenant: string, environment: string): TenantBinding | undefined {
    return this.indexed(tenant)?.places.find(
      ({ binding }) => binding.environment === environment,
    )?.binding;
  }

  /** A tenant with everything known of it; another object after each change. */
  tenant(name: string): KnownTenant | undefined {
    const indexed = this.indexed(name);
    if (!indexed) {
      return undefined;
    }
    const statuses = this.#statuses(indexed);
    const known = this.#assembled.get(name);
    if (known && isSame(known.statuses, statuses)) {
      return known.tenant;
    }
    const tenant = assembleTenant(indexed.descriptor, statuses);
    this.#assembled.set(name, { tenant, statuses });
    return tenant;
  }

  /** The environments of a tenant; one of which nothing is known yet is Unknown. */
  #statuses({ places }: IndexedTenant): KeptStatus[] {
    const { statusOf } = this.#options;
    return places.map(place => statusOf(place.key) ?? this.#unseenAt(place));
  }

  #unseenAt(place: IndexedPlace): KeptStatus {
    const status =
      this.#unseen.get(place.key) ??
      keepStatus(assemblePlace({ ...this.#options, place, now: new Date() }));
    this.#unseen.set(place.key, status);
    return status;
  }

  #current(): ReadonlyMap<string, IndexedTenant> {
    const { registry, offeredTemplates } = this.#options;
    const offered = offeredTemplates();
    const basis = [registry.registry(), offered];
    if (!isSame(this.#basis, basis)) {
      this.#basis = basis;
      this.#index = indexTenants(registry, offered);
      this.#assembled = new Map();
      this.#unseen = new Map();
    }
    return this.#index;
  }
}
