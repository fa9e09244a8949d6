import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { tenantReadPermission } from '@tenantry/plugin-tenants-common';
import { asDenial } from '../audit';
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
    const tenant = mayRead(name)
      ? this.#options.tenants.tenant(name)
      : undefined;
    if (!tenant) {
      throw this.#notFound(name);
    }
    return tenant;
  }

  #notFound(name: string): NotFoundError {
    const { tenants, onDenied } = this.#options;
    const error = new NotFoundError(`There is no tenant "${name}".`);
    if (!tenants.ownerOf(name)) {
      return error;
    }
    const permission = tenantReadPermission.name;
    onDenied?.(permission);
    return asDenial(error, { permission, tenant: name });
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
