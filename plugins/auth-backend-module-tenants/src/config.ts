import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * How claims of the identity provider are read.
 */
export interface ClaimMapping {
  usernameClaim: string;
  groupsClaim: string;
  /** Full entity refs by claim value; absent when values are the names of groups. */
  groups?: ReadonlyMap<string, string>;
}

const groupsKey = 'tenants.auth.groups';

/**
 * Reads how claims are mapped.
 *
 * @throws InputError when a group is mapped to something else than a group.
 */
export function readClaimMapping(config: RootConfigService): ClaimMapping {
  // Read as a whole: a claim value may hold characters that no configuration key may.
  const groups = config.getOptional(groupsKey);
  return {
    usernameClaim:
      config.getOptionalString('tenants.auth.usernameClaim') ??
      'preferred_username',
    groupsClaim:
      config.getOptionalString('tenants.auth.groupsClaim') ?? 'groups',
    ...(groups !== undefined && { groups: readGroups(groups) }),
  };
}

function readGroups(groups: unknown): ReadonlyMap<string, string> {
  if (typeof groups !== 'object' || groups === null || Array.isArray(groups)) {
    throw new InputError(`${groupsKey} must map claim values to groups.`);
  }
  return new Map(
    Object.entries(groups).map(([value, group]) => [
      value,
      readGroup(value, group),
    ]),
  );
}

function readGroup(value: string, group: unknown): string {
  if (typeof group !== 'string') {
    throw new InputError(
      `${groupsKey} must map "${value}" to the entity ref of a group.`,
    );
  }
  const ref = parseEntityRef(group, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  if (ref.kind.toLocaleLowerCase('en-US') !== 'group') {
    throw new InputError(
      `${groupsKey} maps "${value}" to "${group}", which is no group.`,
    );
  }
  return stringifyEntityRef(ref);
}
