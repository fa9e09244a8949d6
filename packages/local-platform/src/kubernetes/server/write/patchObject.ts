import { JsonObject } from '@backstage/types';
import { Call, ok, Reply } from '../ApiContext';
import { invalid } from '../ApiError';
import { mediaTypeOf, parseYamlBody } from '../body';
import { findObject, getObject } from '../read';
import { Representation } from '../Representation';
import { toServed, toStored } from '../versions';
import { createInStore } from './createObject';
import { applyType, readPatch } from './patches';
import { readObject } from './readObject';
import { updateInStore } from './replaceObject';
import { validateFields } from './validateFields';

/** Answers a PATCH of an object or of its status. */
export async function patchObject(call: Call): Promise<Reply> {
  const { target, request } = call;
  const { definition } = target;
  const representation = new Representation(call);
  const body = await request.readBody();
  const patch = readPatch(body, call);
  if (isApply(call) && target.subresource === undefined && !findObject(call)) {
    const object = readObject(parseYamlBody(body), target);
    const warnings = validateFields(object, call);
    const created = createInStore(toStored(object, definition), call);
    return { code: 201, body: representation.one(created), warnings };
  }
  const current = toServed(getObject(call), definition);
  const object = readObject(patch(current as JsonObject), target);
  const warnings = validateFields(object, call, current);
  const updated = updateInStore(toStored(object, definition), call);
  return { ...ok(representation.one(updated)), warnings };
}

/** @throws ApiError when an apply does not say who applies. */
function isApply({ request: { headers, query } }: Call): boolean {
  if (mediaTypeOf(headers['content-type']) !== applyType) {
    return false;
  }
  if (!query.get('fieldManager')) {
    throw invalid(
      { kind: 'PatchOptions', group: 'meta.k8s.io', name: '' },
      'fieldManager',
      'Required value: is required for apply patch',
    );
  }
  return true;
}
