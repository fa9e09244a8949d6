import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { tenantReadPermission } from '@tenantry/plugin-tenants-common';
import { tenantResourceRef } from '@tenantry/plugin-tenants-node';
import { KnownTenant, TenantsView } from '../tenants';

/**
 * The tenants that one caller may see. To the caller, all others do not exist.
 */
export class AuthorizedTenants {
  readonly #tenants: TenantsView;
  readonly #permissions: PermissionsService;
  readonly #permissionsRegistry: PermissionsRegistryService;
  readonly #onDenied: (permission: string) => void;

  constructor(options: {
    tenants: TenantsView;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    /** Called when somebody asks for a tenant that is there, but not to be seen. */
    onDenied?(permission: string): void;
  }) {
    this.#tenants = options.tenants;
    this.#permissions = options.permissions;
    this.#permissionsRegistry = options.permissionsRegistry;
    this.#onDenied = options.onDenied ?? (() => undefined);
  }

  async list(credentials: BackstageCredentials): Promise<KnownTenant[]> {
    const mayRead = await this.#mayRead(credentials);
    return this.#tenants
      .names()
      .filter(mayRead)
      .flatMap(name => this.#tenants.tenant(name) ?? []);
  }

  /** @throws NotFoundError when there is no such tenant, or the caller may not see it. */
  async get(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<KnownTenant> {
    const mayRead = await this.#mayRead(credentials);
    const tenant = mayRead(name) ? this.#tenants.tenant(name) : undefined;
    if (!tenant) {
      if (this.#tenants.ownerOf(name)) {
        this.#onDenied(tenantReadPermission.name);
      }
      throw new NotFoundError(`There is no tenant "${name}".`);
    }
    return tenant;
  }

  async #mayRead(
    credentials: BackstageCredentials,
  ): Promise<(name: string) => boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: tenantReadPermission }],
      { credentials },
    );
    const isAllowed = createConditionAuthorizer(
      this.#permissionsRegistry.getPermissionRuleset(tenantResourceRef),
    );
    return tenant => {
      const owner = this.#tenants.ownerOf(tenant);
      return owner !== undefined && isAllowed(decision, { tenant, owner });
    };
  }
}
