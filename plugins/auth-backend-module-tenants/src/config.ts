import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Which values of a claim stand for which group. */
export interface GroupMapping {
  /** Name of the claim; dots lead into objects, as in `realm_access.roles`. */
  claim: string;
  /** The value, in which one `*` stands for a name. */
  value: string;
  /** Full entity ref of the group, with a `*` where the value has one. */
  group: string;
}

/**
 * How claims of the identity provider are read.
 */
export interface ClaimMapping {
  usernameClaim: string;
  groups: readonly GroupMapping[];
  /** Whom to ask for access, as a part of a sentence. */
  contact: string;
}

const groupsKey = 'tenants.auth.groups';
const defaultGroups: readonly GroupMapping[] = [
  { claim: 'groups', value: '*', group: 'group:default/*' },
];

/**
 * Reads how claims are mapped.
 *
 * @throws InputError when a mapping is incomplete or unclear, or leads to something else than a
 * group.
 */
export function readClaimMapping(config: RootConfigService): ClaimMapping {
  const mappings = config.getOptionalConfigArray(groupsKey);
  return {
    usernameClaim:
      config.getOptionalString('tenants.auth.usernameClaim') ??
      'preferred_username',
    groups: mappings?.map(readMapping) ?? defaultGroups,
    contact:
      config.getOptionalString('tenants.auth.contact') ??
      'the operators of the platform',
  };
}

function readMapping(
  mapping: Pick<RootConfigService, 'getString'>,
  index: number,
): GroupMapping {
  const value = mapping.getString('value');
  const group = readGroup(mapping.getString('group'), index);
  const wildcards = countWildcards(value);
  // A value that matches many and a group that is one would open the group to all of them.
  if (wildcards > 1 || wildcards !== countWildcards(group)) {
    throw new InputError(
      `${groupsKey}[${index}] maps "${value}" to "${group}"; either both have one "*", which stands for the same name, or none has.`,
    );
  }
  return { claim: mapping.getString('claim'), value, group };
}

function countWildcards(text: string): number {
  return text.split('*').length - 1;
}

function readGroup(group: string, index: number): string {
  const ref = parseEntityRef(group, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  if (ref.kind.toLocaleLowerCase('en-US') !== 'group') {
    throw new InputError(
      `${groupsKey}[${index}] maps to "${group}", which is no group.`,
    );
  }
  return stringifyEntityRef(ref);
}
