import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { tenantReadPermission } from '@tenantry/plugin-tenants-common';
import { KnownTenant, TenantsView } from '../tenants';
import { filterTenants, TenantDecisions } from './filterTenants';

export interface AuthorizedTenantsOptions extends TenantDecisions {
  tenants: TenantsView;
  /** Called when somebody asks for a tenant that is there, but not to be seen. */
  onDenied?(permission: string): void;
}

/**
 * The tenants that one caller may see. To the caller, all others do not exist.
 */
export class AuthorizedTenants {
  readonly #options: AuthorizedTenantsOptions;

  constructor(options: AuthorizedTenantsOptions) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<KnownTenant[]> {
    const mayRead = await this.#mayRead(credentials);
    const { tenants } = this.#options;
    return tenants
      .names()
      .filter(mayRead)
      .flatMap(name => tenants.tenant(name) ?? []);
  }

  /** @throws NotFoundError when there is no such tenant, or the caller may not see it. */
  async get(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<KnownTenant> {
    const mayRead = await this.#mayRead(credentials);
    const { tenants, onDenied } = this.#options;
    const tenant = mayRead(name) ? tenants.tenant(name) : undefined;
    if (!tenant) {
      if (tenants.ownerOf(name)) {
        onDenied?.(tenantReadPermission.name);
      }
      throw new NotFoundError(`There is no tenant "${name}".`);
    }
    return tenant;
  }

  async #mayRead(
    credentials: BackstageCredentials,
  ): Promise<(name: string) => boolean> {
    const { includes } = await filterTenants(
      tenantReadPermission,
      credentials,
      this.#options,
    );
    return includes;
  }
}
