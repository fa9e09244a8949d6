import {
  KubernetesValidatorFunctions,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { claimValues } from './claimValues';
import { ClaimMapping, GroupMapping } from './config';

const maximumGroups = 50;
/** Lower case only: the catalog does not tell case apart, an identity provider may. */
const groupNamePattern = /^[a-z0-9](?:[-a-z0-9_.]{0,61}[a-z0-9])?$/;

/**
 * Whom the portal takes somebody for.
 */
export interface PortalUser {
  userEntityRef: string;
  /** Full entity refs; at least one. */
  groups: string[];
}

/**
 * Maps the claims of the identity provider to a user of the portal. Values that are no group here
 * are ignored.
 *
 * @throws NotAllowedError, for the user to read, when the user's name cannot be one in the catalog,
 * when a claim with groups is no text or list or too long, or when the user is in no group or in
 * too many.
 */
export function mapClaims(
  claims: Record<string, unknown>,
  mapping: ClaimMapping,
): PortalUser {
  const { contact } = mapping;
  const name = usernameOf(claims, mapping);
  const groups = groupsOf(claims, mapping);
  if (groups.length === 0) {
    throw new NotAllowedError(
      `You are signed in as "${name}", who has no access to this portal: none of your groups is known here. Ask ${contact} for access, and tell this name.`,
    );
  }
  if (groups.length > maximumGroups) {
    throw new NotAllowedError(
      `You are signed in as "${name}", who is in ${groups.length} groups; this portal takes at most ${maximumGroups}. Ask ${contact} to map fewer of them.`,
    );
  }
  return {
    userEntityRef: stringifyEntityRef({
      kind: 'user',
      namespace: 'default',
      name,
    }),
    groups,
  };
}

function usernameOf(
  claims: Record<string, unknown>,
  { usernameClaim, contact }: ClaimMapping,
): string {
  const [name, ...others] = claimValues(claims, usernameClaim);
  if (
    others.length > 0 ||
    !KubernetesValidatorFunctions.isValidObjectName(name) ||
    // The catalog does not tell case apart: "Jane" would get what is jane's.
    name !== name.toLocaleLowerCase('en-US')
  ) {
    throw new NotAllowedError(
      `The claim "${usernameClaim}" of your account holds no name that this portal takes: 1 to 63 lower-case letters, digits, hyphens, underscores and dots. Ask ${contact}.`,
    );
  }
  return name;
}

function groupsOf(
  claims: Record<string, unknown>,
  { groups }: ClaimMapping,
): string[] {
  const refs = groups.flatMap(mapping =>
    claimValues(claims, mapping.claim).flatMap(value =>
      groupFor(value, mapping),
    ),
  );
  return [...new Set(refs)];
}

function groupFor(claimed: string, { value, group }: GroupMapping): string[] {
  const [before, after] = value.split('*');
  if (after === undefined) {
    return claimed === value ? [group] : [];
  }
  if (!claimed.startsWith(before) || !claimed.endsWith(after)) {
    return [];
  }
  const name = claimed.slice(before.length, claimed.length - after.length);
  return groupNamePattern.test(name) ? [group.replace('*', name)] : [];
}
