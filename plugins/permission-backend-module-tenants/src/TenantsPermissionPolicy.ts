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
 * Operators may do everything; others see what their groups own, and sync it where configuration
 * lets them; whatever this policy does not know is denied. Calls between backend plugins never get here.
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
    const groups = (user?.info.ownershipEntityRefs ?? []).filter(ref =>
      ref.startsWith('group:'),
    );
    if (groups.some(group => this.#operatorGroups.has(group))) {
      return { result: AuthorizeResult.ALLOW };
    }
    return clientDecision(permission, groups, {
      maySync: this.#clientsMaySync,
    });
  }
}
