import { TenantStatus } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { StatusCollector } from '../collector';
import { RegistryView } from '../registry/RegistryView';
import { assembleTenant } from '../status';

/**
 * The tenants of the registry with their status. Knows nothing of permissions.
 */
export class TenantsView {
  readonly #registry: RegistryView;
  readonly #collector: Pick<StatusCollector, 'statusOf'>;

  constructor(options: {
    registry: RegistryView;
    collector: Pick<StatusCollector, 'statusOf'>;
  }) {
    this.#registry = options.registry;
    this.#collector = options.collector;
  }

  names(): string[] {
    return [...this.#registry.registry().tenants.keys()];
  }

  /** Entity ref of the group that owns a tenant; `undefined` when there is no such tenant. */
  ownerOf(tenant: string): string | undefined {
    const found = this.#registry.registry().tenants.get(tenant);
    return found && `group:default/${found.descriptor.spec.owner}`;
  }

  tenant(name: string): TenantStatus | undefined {
    const found = this.#registry.registry().tenants.get(name);
    return (
      found &&
      assembleTenant(
        found.descriptor,
        this.#bindingsOf(name).flatMap(
          binding => this.#collector.statusOf(binding) ?? [],
        ),
      )
    );
  }

  binding(tenant: string, environment: string): TenantBinding | undefined {
    return this.#bindingsOf(tenant).find(
      binding => binding.environment === environment,
    );
  }

  /** Everything that a tenant may be searched by, in lower case. */
  searchText(tenant: TenantStatus): string {
    const { tenantEnvironments } = this.#registry.registry();
    const specs = [...tenantEnvironments.values()]
      .map(({ descriptor }) => descriptor.spec)
      .filter(spec => spec.tenant === tenant.name);
    return [
      tenant.name,
      tenant.title,
      ...specs.flatMap(({ namespace, hostnames, immutable }) => [
        namespace,
        ...hostnames.map(({ host }) => host),
        ...Object.values(immutable),
      ]),
    ]
      .join('\n')
      .toLowerCase();
  }

  #bindingsOf(tenant: string): TenantBinding[] {
    return [...this.#registry.current().values()].filter(
      binding => binding.tenant === tenant,
    );
  }
}
