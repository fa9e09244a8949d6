import { JsonObject } from '@backstage/types';
import { DeleteOptions, KubernetesObject } from '../../ObjectStore';
import { referenceOf } from '../../store/references';
import { ApiRequest, Call, ok, Reply } from '../ApiContext';
import { ApiError, badRequest } from '../ApiError';
import { parseBody } from '../body';
import { getObject } from '../read';
import { Representation } from '../Representation';
import { Selection } from '../Selection';
import { success } from '../toStatus';
import { isDryRun } from './writeOptions';

const policies = ['Background', 'Foreground', 'Orphan'] as const;

interface DeleteRequest extends DeleteOptions {
  preconditions: { uid?: string; resourceVersion?: string };
}

/** Answers a DELETE of one object. */
export async function deleteObject(call: Call): Promise<Reply> {
  const { target, request, context } = call;
  const representation = new Representation(call);
  const options = await readDeleteRequest(request);
  const object = getObject(call);
  assertPreconditions(object, options);
  const { store } = context;
  store.delete(referenceOf(object), options);
  const { name, uid } = object.metadata;
  const current = store.get(referenceOf(object));
  // A controller may have made a new one of the same name by now.
  if (current && current.metadata.uid === uid && !options.dryRun) {
    return ok(representation.one(current));
  }
  const { group, plural: kind } = target.definition;
  return ok(success({ name, group, kind, uid }));
}

/** Answers a DELETE of all objects that selectors choose. */
export async function deleteCollection(call: Call): Promise<Reply> {
  const { target, request, context } = call;
  const representation = new Representation(call);
  const options = await readDeleteRequest(request);
  const { store } = context;
  const objects = new Selection(target, request.query).list(context);
  objects.forEach(object => store.delete(referenceOf(object), options));
  const { resourceVersion } = store;
  return ok(representation.list(objects, { resourceVersion }));
}

async function readDeleteRequest(request: ApiRequest): Promise<DeleteRequest> {
  const body = await request.readBody();
  const document = body.length
    ? parseBody(body, request.headers['content-type'])
    : undefined;
  const options = (document ?? {}) as JsonObject;
  const { query } = request;
  return {
    dryRun: isDryRun(options.dryRun) || isDryRun(query.getAll('dryRun')),
    propagationPolicy: readPolicy(
      options.propagationPolicy ?? query.get('propagationPolicy'),
    ),
    preconditions: (options.preconditions ??
      {}) as DeleteRequest['preconditions'],
  };
}

function readPolicy(value: unknown): DeleteOptions['propagationPolicy'] {
  if (value === null || value === undefined) {
    return undefined;
  }
  const policy = policies.find(known => known === value);
  if (!policy) {
    throw badRequest(
      `propagationPolicy must be one of ${policies.join(
        ', ',
      )}, not ${JSON.stringify(value)}`,
    );
  }
  return policy;
}

function assertPreconditions(
  { metadata }: KubernetesObject,
  { preconditions }: DeleteRequest,
): void {
  for (const field of ['uid', 'resourceVersion'] as const) {
    const wanted = preconditions[field];
    if (wanted !== undefined && wanted !== metadata[field]) {
      throw new ApiError(
        { code: 409, reason: 'Conflict' },
        `Precondition failed: ${field} in precondition: ${wanted}, ${field} in object meta: ${metadata[field]}`,
      );
    }
  }
}
