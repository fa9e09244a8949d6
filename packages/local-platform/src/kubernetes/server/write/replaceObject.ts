import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../ObjectStore';
import { referenceOf } from '../../store/references';
import { Call, ok, Reply } from '../ApiContext';
import { conflict, invalid } from '../ApiError';
import { parseBody } from '../body';
import { findObject, getObject } from '../read';
import { Representation } from '../Representation';
import { toStored } from '../versions';
import { readObject } from './readObject';
import { validateFields } from './validateFields';
import { readWriteOptions } from './writeOptions';

/** Answers a PUT of an object or of its status. */
export async function replaceObject(call: Call): Promise<Reply> {
  const { target, request } = call;
  const { definition } = target;
  const representation = new Representation(call);
  const body = await request.readBody();
  const document = parseBody(body, request.headers['content-type']);
  const object = readObject(document, target);
  const { name, resourceVersion } = object.metadata;
  if (definition.custom && !resourceVersion) {
    throw invalid(
      { ...definition, name },
      'metadata.resourceVersion',
      'Invalid value: 0x0: must be specified for an update',
    );
  }
  const warnings = validateFields(object, call, findObject(call));
  const updated = updateInStore(toStored(object, definition), call);
  return { ...ok(representation.one(updated)), warnings };
}

/**
 * Stores an object, or its status when that is what the request is about.
 *
 * @throws ApiError when there is none, or it has been changed meanwhile.
 */
export function updateInStore(
  object: KubernetesObject,
  call: Call,
): KubernetesObject {
  const { target, request, context } = call;
  const current = getObject(call).metadata;
  const { resourceVersion, uid } = object.metadata;
  const isStale =
    resourceVersion && resourceVersion !== current.resourceVersion;
  if (isStale || (uid && uid !== current.uid)) {
    throw conflict({ ...target.definition, name: object.metadata.name });
  }
  const options = readWriteOptions(request.query);
  if (target.subresource !== 'status') {
    return context.store.update(object, options);
  }
  const status = (object.status ?? {}) as JsonObject;
  return context.store.updateStatus(referenceOf(object), status, options);
}
