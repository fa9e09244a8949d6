import { NotAllowedError } from '@backstage/errors';

const maximumClaimValues = 1000;

/**
 * The values of a claim, which may be a text or a list. Values that are no text are left out.
 *
 * @param claim - Name of the claim, or the way to it through objects, with dots between.
 * @throws NotAllowedError when the claim is something else, or a list of more than 1000.
 */
export function claimValues(
  claims: Record<string, unknown>,
  claim: string,
): string[] {
  const value = claimAt(claims, claim);
  if (value === undefined || value === null) {
    return [];
  }
  const values = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(values) || values.length > maximumClaimValues) {
    throw new NotAllowedError(
      `The claim "${claim}" is neither a text nor a list of at most ${maximumClaimValues}.`,
    );
  }
  return values.filter((each): each is string => typeof each === 'string');
}

/** A claim whose name holds dots, such as an address, goes before one in an object. */
function claimAt(claims: Record<string, unknown>, claim: string): unknown {
  return Object.hasOwn(claims, claim)
    ? claims[claim]
    : claim.split('.').reduce<unknown>(fieldOf, claims);
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
}
