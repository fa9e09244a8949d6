import { WriteOptions } from '../../ObjectStore';
import { badRequest } from '../ApiError';

const fieldValidations = ['Ignore', 'Warn', 'Strict'] as const;

/** What becomes of fields that a kind does not have. */
export type FieldValidation = (typeof fieldValidations)[number];

/**
 * Reads what a write request says besides the object.
 *
 * @throws ApiError when a parameter has a value that does not exist.
 */
export function readWriteOptions(query: URLSearchParams): WriteOptions {
  readFieldValidation(query);
  return { dryRun: isDryRun(query.getAll('dryRun')) };
}

/**
 * Reads how strictly the sender wants the object to be taken; undefined when it does not say.
 *
 * @throws ApiError when the parameter has a value that does not exist.
 */
export function readFieldValidation(
  query: URLSearchParams,
): FieldValidation | undefined {
  const given = query.get('fieldValidation') || undefined;
  const known = fieldValidations.find(validation => validation === given);
  if (given !== known) {
    throw badRequest(
      `fieldValidation must be one of ${fieldValidations.join(
        ', ',
      )}, not "${given}"`,
    );
  }
  return known;
}

/** @throws ApiError when the only value that exists, `All`, is not the one given. */
export function isDryRun(values: unknown): boolean {
  const given = Array.isArray(values) ? values : [];
  const wrong = given.find(value => value !== 'All');
  if (wrong !== undefined) {
    throw badRequest(`dryRun must be All, not ${JSON.stringify(wrong)}`);
  }
  return given.length > 0;
}
