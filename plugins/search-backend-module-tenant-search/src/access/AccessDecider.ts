import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { AccessModels } from './accessModels';
import { searchUnguardedReadPermission } from './permissions';
import { toFacts } from './toFacts';
import { DocumentTypes, TypeAccess } from './types';

/** Small enough for the request to the permission backend, which takes 100 kB. */
const refsPerRequest = 200;

/** Finds out what a caller may see. */
export class AccessDecider {
  readonly #permissions: PermissionsService;
  readonly #models: AccessModels;

  constructor(options: {
    permissions: PermissionsService;
    models: AccessModels;
  }) {
    this.#permissions = options.permissions;
    this.#models = options.models;
  }

  /** What the caller may see of each type, in one question to the permission system for each. */
  async decide(
    types: DocumentTypes,
    credentials: BackstageCredentials,
  ): Promise<TypeAccess[]> {
    const accesses = await Promise.all(
      Object.keys(types).map(async type => {
        const permission =
          types[type].visibilityPermission ?? searchUnguardedReadPermission;
        const decision = await this.#ask(permission, credentials);
        return this.#accessTo(type, permission, decision);
      }),
    );
    return accesses.filter(access => access !== undefined);
  }

  async #ask(
    permission: Permission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = isResourcePermission(permission)
      ? await this.#permissions.authorizeConditional([{ permission }], {
          credentials,
        })
      : await this.#permissions.authorize([{ permission }], { credentials });
    return decision;
  }

  #accessTo(
    type: string,
    permission: Permission,
    decision: PolicyDecision,
  ): TypeAccess | undefined {
    if (decision.result === AuthorizeResult.ALLOW) {
      return { type, documents: 'all' };
    }
    if (
      decision.result !== AuthorizeResult.CONDITIONAL ||
      !isResourcePermission(permission)
    ) {
      return undefined;
    }
    const model = this.#models.get(permission.resourceType);
    const facts = model && toFacts(decision.conditions, model.rules);
    return { type, documents: facts ?? 'ask' };
  }

  /**
   * Asks the plugins that own the resources.
   *
   * @returns Those of the given resources that the caller may see now.
   */
  async allowedOf(
    permission: Permission | undefined,
    resourceRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const allowed = new Set<string>();
    if (!permission || !isResourcePermission(permission)) {
      return allowed;
    }
    for (let from = 0; from < resourceRefs.length; from += refsPerRequest) {
      const refs = resourceRefs.slice(from, from + refsPerRequest);
      const decisions = await this.#permissions.authorize(
        refs.map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      );
      refs
        .filter(
          (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
        )
        .forEach(ref => allowed.add(ref));
    }
    return allowed;
  }
}
