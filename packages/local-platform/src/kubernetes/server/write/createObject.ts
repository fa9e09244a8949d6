import { KubernetesObject } from '../../ObjectStore';
import { qualifiedResource } from '../../resources';
import { referenceOf } from '../../store/references';
import { Call, Reply } from '../ApiContext';
import { ApiError } from '../ApiError';
import { parseBody } from '../body';
import { Representation } from '../Representation';
import { toStored } from '../versions';
import { readObject } from './readObject';
import { validateFields } from './validateFields';
import { readWriteOptions } from './writeOptions';

/** Answers a POST. */
export async function createObject(call: Call): Promise<Reply> {
  const { target, request } = call;
  const representation = new Representation(call);
  const body = await request.readBody();
  const document = parseBody(body, request.headers['content-type']);
  const object = readObject(document, target);
  const warnings = validateFields(object, call);
  const created = createInStore(toStored(object, target.definition), call);
  return { code: 201, body: representation.one(created), warnings };
}

/** @throws ApiError when the object exists already. */
export function createInStore(
  object: KubernetesObject,
  { target: { definition }, request, context: { store } }: Call,
): KubernetesObject {
  const { group, plural: kind, subresources } = definition;
  const { name } = object.metadata;
  if (store.get(referenceOf(object))) {
    throw new ApiError(
      { code: 409, reason: 'AlreadyExists', details: { name, group, kind } },
      `${qualifiedResource(definition)} "${name}" already exists`,
    );
  }
  const { status, ...wish } = object;
  // Who creates an object says what is wanted; how it goes is for the controllers to say.
  const accepted = subresources?.includes('status') ? wish : object;
  return store.create(
    accepted as KubernetesObject,
    readWriteOptions(request.query),
  );
}
