import { KubernetesObject } from '../ObjectStore';
import { Verb } from '../resources';
import { ApiContext, ApiRequest, Call, Reply } from './ApiContext';
import { parseBody } from './body';
import { answerDiscovery } from './discovery/answerDiscovery';
import { answerLogs } from './logs/answerLogs';
import { parseTarget } from './parseTarget';
import { listObjects, readOne } from './read';
import { answerReview } from './reviews';
import { reviewResources } from './reviewResources';
import { answerScale } from './scale';
import { watchObjects } from './watch/watchObjects';
import { createObject } from './write/createObject';
import { deleteCollection, deleteObject } from './write/deleteObjects';
import { patchObject } from './write/patchObject';
import { readObject } from './write/readObject';
import { replaceObject } from './write/replaceObject';

type Handler = (call: Call) => Reply | Promise<Reply>;

const handlers: Record<Verb, Handler> = {
  create: createObject,
  delete: deleteObject,
  deletecollection: deleteCollection,
  get: readOne,
  list: listObjects,
  patch: patchObject,
  update: replaceObject,
  watch: watchObjects,
};

/**
 * Answers a request of a known user.
 *
 * @throws ApiError, or an error of `@backstage/errors`, for everything that goes wrong.
 */
export async function route(
  request: ApiRequest,
  context: ApiContext,
): Promise<Reply> {
  const discovered = answerDiscovery(request, context);
  if (discovered) {
    return discovered;
  }
  const target = parseTarget(request, context.resources);
  context.accessControl.authorize(request.user, target);
  context.faults.refuse(target, request.query);
  return handlerFor({ target, request, context });
}

function handlerFor(call: Call): Reply | Promise<Reply> {
  const { definition, subresource, verb } = call.target;
  if (reviewResources.includes(definition)) {
    return review(call);
  }
  if (subresource === 'log') {
    return answerLogs(call);
  }
  return subresource === 'scale' ? answerScale(call) : handlers[verb](call);
}

async function review({ target, request, context }: Call): Promise<Reply> {
  const body = await request.readBody();
  const document = parseBody(body, request.headers['content-type']);
  // A review has no name of its own.
  const named = { ...target, name: 'self' };
  const object: KubernetesObject = readObject(document, named);
  return answerReview(object, request.user, context);
}
