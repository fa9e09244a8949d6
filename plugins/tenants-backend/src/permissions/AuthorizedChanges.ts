import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  tenantChangePermission,
  tenantCreatePermission,
} from '@tenantry/plugin-tenants-common';
import { TenantTemplate } from '@tenantry/rendering';
import { asDenial } from '../audit';
import { TenantsView } from '../tenants';
import { filterTenants, TenantDecisions } from './filterTenants';
import { requirePermission } from './requirePermission';

export interface AuthorizedChangesOptions extends TenantDecisions {
  tenants: Pick<TenantsView, 'names' | 'ownerOf'>;
  /** Called when somebody names a tenant that is there, but not theirs to change. */
  onDenied?(permission: string): void;
}

/** What somebody asks to be rendered. */
export interface RequestedChange {
  operation: TenantTemplate['operation'];
  /** The tenant that the form names, unchecked. */
  client: unknown;
}

/**
 * The changes that one caller may propose, and with it what they may learn from previews: findings
 * and differences show what a tenant has.
 */
export class AuthorizedChanges {
  readonly #options: AuthorizedChangesOptions;

  constructor(options: AuthorizedChangesOptions) {
    this.#options = options;
  }

  /** The tenants that the caller may change; who may change all may name any. */
  async mayChange(
    credentials: BackstageCredentials,
  ): Promise<(tenant: string) => boolean> {
    const allowed = await this.#allowed(credentials);
    return allowed.result === AuthorizeResult.ALLOW
      ? () => true
      : allowed.includes;
  }

  /** @throws NotAllowedError when the caller may propose no change at all. */
  async requireAny(credentials: BackstageCredentials): Promise<void> {
    const mayChange = await this.mayChange(credentials);
    if (!this.#options.tenants.names().some(mayChange)) {
      await this.#requireCreate(credentials);
    }
  }

  /**
   * Lets a change pass that the caller may propose.
   *
   * @throws NotAllowedError when the caller may not propose new tenants, and this is one.
   * @throws NotFoundError when there is no such tenant, or it is not the caller's to change.
   */
  async require(
    { operation, client }: RequestedChange,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (operation === 'onboard') {
      await this.#requireCreate(credentials);
      return;
    }
    const mayChange = await this.mayChange(credentials);
    if (typeof client !== 'string') {
      throw new InputError('The field "client" must name a tenant.');
    }
    if (!mayChange(client)) {
      throw this.#notFound(client);
    }
  }

  #notFound(client: string): NotFoundError {
    const { tenants, onDenied } = this.#options;
    const error = new NotFoundError(`There is no tenant "${client}".`);
    if (!tenants.ownerOf(client)) {
      return error;
    }
    const permission = tenantChangePermission.name;
    onDenied?.(permission);
    return asDenial(error, { permission, tenant: client });
  }

  #allowed(credentials: BackstageCredentials) {
    return filterTenants(tenantChangePermission, credentials, this.#options);
  }

  #requireCreate(credentials: BackstageCredentials): Promise<void> {
    const { permissions } = this.#options;
    return requirePermission(permissions, tenantCreatePermission, credentials);
  }
}
