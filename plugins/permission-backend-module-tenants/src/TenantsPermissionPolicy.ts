import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { clientDecision } from './clientDecision';

/**
 * Operators may do everything; others see what their groups own, change it with the forms that were
 * opened to them, and sync it where configuration lets them; whatever this policy does not know is
 * denied. Calls between backend plugins never get here.
 */
export class TenantsPermissionPolicy implements PermissionPolicy {
  readonly #operatorGroups: ReadonlySet<string>;
  readonly #clientsMaySync: boolean;

  /**
   * @param options - `operatorGroups` are full entity refs in lower case; `clientsMaySync` lets
   *   clients sync and refresh the tenants that their groups own.
   */
  constructor(options: {
    operatorGroups: ReadonlySet<string>;
    clientsMaySync: boolean;
  }) {
    this.#operatorGroups = options.operatorGroups;
    this.#clientsMaySync = options.clientsMaySync;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { userEntityRef, ownershipEntityRefs } = user?.info ?? {};
    const groups = (ownershipEntityRefs ?? []).filter(ref =>
      ref.startsWith('group:'),
    );
    if (!userEntityRef || groups.length === 0) {
      return { result: AuthorizeResult.DENY };
    }
    if (groups.some(group => this.#operatorGroups.has(group))) {
      return { result: AuthorizeResult.ALLOW };
    }
    return clientDecision(permission, {
      userEntityRef,
      groups,
      maySync: this.#clientsMaySync,
    });
  }
}
