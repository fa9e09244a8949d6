import { JsonObject } from '@backstage/types';
import { jsonPatch } from '../../patch/jsonPatch';
import { mergePatch } from '../../patch/mergePatch';
import { strategicMergePatch } from '../../patch/strategicMergePatch';
import { Call } from '../ApiContext';
import { badRequest, unsupportedMediaType } from '../ApiError';
import { mediaTypeOf, parseYamlBody } from '../body';

type Patch = (target: JsonObject, patch: unknown) => JsonObject;

/** The media type of a server-side apply. */
export const applyType = 'application/apply-patch+yaml';

const merge: Patch = (target, patch) => mergePatch(target, asObject(patch));
const mergeStrategically: Patch = (target, patch) =>
  strategicMergePatch(target, asObject(patch));

const customPatches: Record<string, Patch> = {
  'application/json-patch+json': jsonPatch,
  'application/merge-patch+json': merge,
  // Without managed fields, an apply adds and changes, but removes nothing.
  [applyType]: merge,
};

const builtInPatches: Record<string, Patch> = {
  ...customPatches,
  'application/strategic-merge-patch+json': mergeStrategically,
  [applyType]: mergeStrategically,
};

/**
 * Reads the patch in a body.
 *
 * @returns the function that applies it, which throws an InputError when it does not fit.
 * @throws ApiError when the kind cannot be patched in that way, or the patch is malformed.
 */
export function readPatch(
  body: Buffer,
  { request, target }: Call,
): (object: JsonObject) => JsonObject {
  const patches = target.definition.custom ? customPatches : builtInPatches;
  const type = mediaTypeOf(request.headers['content-type']);
  if (!Object.hasOwn(patches, type)) {
    throw unsupportedMediaType(type, Object.keys(patches));
  }
  const patch = parseYamlBody(body);
  return object => patches[type](object, patch);
}

function asObject(patch: unknown): JsonObject {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    throw badRequest('the patch is not an object');
  }
  return patch as JsonObject;
}
