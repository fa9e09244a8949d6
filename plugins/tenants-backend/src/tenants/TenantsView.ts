import {
  TenantEnvironmentDetails,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { assemblePlace } from '../assembly';
import { EnvironmentKey } from '../collector';
import { RegistryView } from '../registry/RegistryView';
import { assembleTenant } from '../status';
import { isSame } from './isSame';
import { IndexedPlace, IndexedTenant, indexTenants } from './TenantsIndex';
import { TemplateVersions } from './versions';

export interface TenantsViewOptions {
  registry: RegistryView;
  /** Status of a tenant environment, as far as one is known. */
  statusOf(key: EnvironmentKey): TenantEnvironmentDetails | undefined;
  runbookUrl(slug: string): string | undefined;
  /** Versions of the templates that are offered; another map after each change. */
  offeredTemplates(): TemplateVersions;
}

interface Assembled {
  tenant: TenantStatus;
  /** What it was assembled from. */
  statuses: readonly TenantEnvironmentDetails[];
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
  #unseen = new Map<EnvironmentKey, TenantEnvironmentDetails>();

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
  tenant(name: string): TenantStatus | undefined {
    const indexed = this.indexed(name);
    if (!indexed) {
      return undefined;
    }
    const statuses = this.statuses(indexed);
    const known = this.#assembled.get(name);
    if (known && isSame(known.statuses, statuses)) {
      return known.tenant;
    }
    const tenant = assembleTenant(indexed.descriptor, statuses);
    this.#assembled.set(name, { tenant, statuses });
    return tenant;
  }

  /** The environments of a tenant; one of which nothing is known yet is Unknown. */
  statuses({ places }: IndexedTenant): TenantEnvironmentDetails[] {
    const { statusOf } = this.#options;
    return places.map(place => statusOf(place.key) ?? this.#unseenAt(place));
  }

  #unseenAt(place: IndexedPlace): TenantEnvironmentDetails {
    const status =
      this.#unseen.get(place.key) ??
      assemblePlace({ ...this.#options, place, now: new Date() });
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
