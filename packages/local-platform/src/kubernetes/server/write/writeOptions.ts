import { WriteOptions } from '../../ObjectStore';
import { badRequest } from '../ApiError';

const validations = ['Ignore', 'Warn', 'Strict'];

/**
 * Reads what a write request says besides the object.
 *
 * @throws ApiError when a parameter has a value that does not exist.
 */
export function readWriteOptions(query: URLSearchParams): WriteOptions {
  const validation = query.get('fieldValidation');
  if (validation && !validations.includes(validation)) {
    throw badRequest(
      `fieldValidation must be one of ${validations.join(
        ', ',
      )}, not "${validation}"`,
    );
  }
  return { dryRun: isDryRun(query.getAll('dryRun')) };
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
