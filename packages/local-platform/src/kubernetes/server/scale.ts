import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../ObjectStore';
import { readJsonPath } from '../resources/columns/jsonPath';
import { Call, ok, Reply } from './ApiContext';
import { invalid } from './ApiError';
import { parseBody } from './body';
import { getObject } from './read';
import { readPatch } from './write/patches';
import { readWriteOptions } from './write/writeOptions';

/** Answers a request for the scale of a workload. */
export async function answerScale(call: Call): Promise<Reply> {
  const { target, request, context } = call;
  const body = await request.readBody();
  const object = getObject(call);
  if (target.verb === 'get') {
    return ok(scaleOf(object));
  }
  const wanted = readScale(body, scaleOf(object), call);
  const spec = {
    ...(object.spec as JsonObject),
    [replicasField(object)]: readReplicas(wanted, call),
  };
  const options = readWriteOptions(request.query);
  return ok(scaleOf(context.store.update({ ...object, spec }, options)));
}

function readScale(body: Buffer, current: JsonObject, call: Call): JsonObject {
  const contentType = call.request.headers['content-type'];
  return call.target.verb === 'patch'
    ? readPatch(body, call)(current)
    : (parseBody(body, contentType) as JsonObject);
}

function readReplicas(scale: JsonObject, { target }: Call): number {
  const replicas = readJsonPath(scale, '.spec.replicas') ?? 0;
  if (!Number.isInteger(replicas) || Number(replicas) < 0) {
    throw invalid(
      { kind: 'Scale', group: 'autoscaling', name: target.name ?? '' },
      'spec.replicas',
      `Invalid value: ${JSON.stringify(
        replicas,
      )}: must be a whole number, 0 or more`,
    );
  }
  return Number(replicas);
}

function scaleOf(object: KubernetesObject): JsonObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const field = replicasField(object);
  const labels = readJsonPath(object, '.spec.selector.matchLabels') ?? {};
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: Number(readJsonPath(object, `.spec.${field}`) ?? 0) },
    status: {
      replicas: Number(readJsonPath(object, `.status.${field}`) ?? 0),
      selector: Object.entries(labels)
        .map(pair => pair.join('='))
        .join(','),
    },
  };
}

/** CloudNativePG counts the members of a cluster as instances. */
function replicasField({ apiVersion }: KubernetesObject): string {
  return apiVersion.startsWith('postgresql.cnpg.io/')
    ? 'instances'
    : 'replicas';
}
