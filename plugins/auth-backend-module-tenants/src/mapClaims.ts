import {
  KubernetesValidatorFunctions,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { ClaimMapping } from './config';

const maximumClaimValues = 1000;
const maximumGroups = 50;
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
 * Maps the claims of the identity provider to a user of the portal. Values in the groups claim that
 * are no group here are ignored.
 *
 * @throws NotAllowedError when the user's name cannot be one in the catalog, when the groups claim
 * is no list or too long, or when the user is in no group or in too many.
 */
export function mapClaims(
  claims: Record<string, unknown>,
  mapping: ClaimMapping,
): PortalUser {
  const name = usernameOf(claims, mapping.usernameClaim);
  const groups = groupsOf(claims, mapping);
  if (groups.length === 0) {
    throw new NotAllowedError(
      `"${name}" is in no group that this portal knows. Ask the operators of the platform for access.`,
    );
  }
  if (groups.length > maximumGroups) {
    throw new NotAllowedError(
      `"${name}" is in ${groups.length} groups; at most ${maximumGroups} are allowed. Name those that count in tenants.auth.groups.`,
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

function usernameOf(claims: Record<string, unknown>, claim: string): string {
  const name = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (
    typeof name !== 'string' ||
    !KubernetesValidatorFunctions.isValidObjectName(name)
  ) {
    throw new NotAllowedError(
      `The claim "${claim}" holds no name that the catalog takes: 1 to 63 letters, digits, hyphens, underscores and dots.`,
    );
  }
  return name;
}

function groupsOf(
  claims: Record<string, unknown>,
  { groupsClaim, groups }: ClaimMapping,
): string[] {
  const values = Object.hasOwn(claims, groupsClaim)
    ? claims[groupsClaim]
    : undefined;
  if (values === undefined || values === null) {
    return [];
  }
  if (!Array.isArray(values) || values.length > maximumClaimValues) {
    throw new NotAllowedError(
      `The claim "${groupsClaim}" is no list of at most ${maximumClaimValues} groups.`,
    );
  }
  const refs = values
    .filter((value): value is string => typeof value === 'string')
    .flatMap(value =>
      groups ? groups.get(value) ?? [] : groupOfSameName(value),
    );
  return [...new Set(refs)];
}

/** Lower case only: the catalog does not tell case apart, an identity provider may. */
function groupOfSameName(value: string): string[] {
  return groupNamePattern.test(value) ? [`group:default/${value}`] : [];
}
