import { KubernetesObject } from '../ObjectStore';
import { qualifiedResource } from '../resources';
import { Call, ok, Reply } from './ApiContext';
import { ApiError } from './ApiError';
import { paginate } from './paginate';
import { Representation } from './Representation';
import { Selection } from './Selection';
import { storedVersionOf } from './versions';

/** The stored object that a request names. */
export function findObject({
  target: { definition, namespace, name = '' },
  context: { store },
}: Call): KubernetesObject | undefined {
  const apiVersion = storedVersionOf(definition);
  return store.get({ apiVersion, kind: definition.kind, namespace, name });
}

/** @throws ApiError when the object does not exist. */
export function getObject(call: Call): KubernetesObject {
  const { definition, name } = call.target;
  const { group, plural: kind } = definition;
  const object = findObject(call);
  if (!object) {
    throw new ApiError(
      { code: 404, reason: 'NotFound', details: { name, group, kind } },
      `${qualifiedResource(definition)} "${name}" not found`,
    );
  }
  return object;
}

/** Answers a GET of one object. */
export function readOne(call: Call): Reply {
  return ok(new Representation(call).one(getObject(call)));
}

/** Answers a GET of a list. */
export function listObjects(call: Call): Reply {
  const { target, request, context } = call;
  const representation = new Representation(call);
  const { objects, metadata } = paginate(
    new Selection(target, request.query).list(context),
    request.query,
    context.store.resourceVersion,
  );
  return ok(representation.list(objects, metadata));
}
