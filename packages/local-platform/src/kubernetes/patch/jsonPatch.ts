import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { applyPatch, Operation } from 'fast-json-patch';
import { copyJson } from '../copyJson';

const maxOperations = 10_000;

/**
 * Applies a JSON patch (RFC 6902).
 *
 * @throws InputError when the operations are malformed or do not fit the object.
 */
export function jsonPatch(target: JsonObject, patch: unknown): JsonObject {
  if (!Array.isArray(patch)) {
    throw new InputError('A JSON patch is a list of operations.');
  }
  if (patch.length > maxOperations) {
    throw new InputError(
      `A JSON patch may have ${maxOperations} operations; this one has ${patch.length}.`,
    );
  }
  try {
    const operations = patch as Operation[];
    return applyPatch(copyJson(target), operations, true).newDocument;
  } catch (error) {
    // The library's message carries the whole object behind the first line.
    const [reason] = String((error as Error).message).split('\n');
    throw new InputError(`The JSON patch cannot be applied: ${reason}`);
  }
}
