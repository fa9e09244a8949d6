import { allVerbs, apiVersionOf, ResourceDefinition, Verb } from '../resources';
import { methodNotAllowed, pathNotFound } from './ApiError';
import { subresourceVerbs } from './discovery/discovery';

/** The object or the objects that a request is about. */
export interface Target {
  definition: ResourceDefinition;
  verb: Verb;
  namespace?: string;
  name?: string;
  subresource?: string;
}

interface TargetPath {
  apiVersion: string;
  /** What follows the version. */
  rest: string[];
}

const namespaceSubresources = ['status', 'finalize'];

/**
 * Reads the path of a resource, such as `/apis/apps/v1/namespaces/acme-01/deployments/participant`.
 *
 * @throws ApiError when nothing is served there, or not by this method.
 */
export function parseTarget(
  request: { method: string; path: string; query: URLSearchParams },
  resources: readonly ResourceDefinition[],
): Target {
  const { apiVersion, rest } = splitPath(request.path);
  const { namespace, segments } = splitNamespace(rest);
  const [plural, name, subresource, ...superfluous] = segments;
  const definition = resources.find(
    resource =>
      apiVersionOf(resource) === apiVersion && resource.plural === plural,
  );
  const isMisplaced = namespace !== undefined && !definition?.namespaced;
  if (!definition || isMisplaced || superfluous.length > 0) {
    throw pathNotFound();
  }
  const verb = verbOf(request, name !== undefined);
  const isServed = servedVerbs(definition, subresource).some(it => it === verb);
  const lacksNamespace = definition.namespaced && namespace === undefined;
  if (!verb || !isServed || (lacksNamespace && needsNamespace(verb))) {
    throw methodNotAllowed();
  }
  return { definition, verb, namespace, name, subresource };
}

function splitPath(path: string): TargetPath {
  const [root, ...segments] = path
    .split('/')
    .filter(segment => segment !== '')
    .map(decode);
  if (root === 'api') {
    const [version, ...rest] = segments;
    return { apiVersion: version, rest };
  }
  if (root === 'apis') {
    const [group, version, ...rest] = segments;
    return { apiVersion: `${group}/${version}`, rest };
  }
  throw pathNotFound();
}

function splitNamespace(rest: string[]): {
  namespace?: string;
  segments: string[];
} {
  const [first, namespace, next] = rest;
  const isInNamespace =
    first === 'namespaces' &&
    next !== undefined &&
    !namespaceSubresources.includes(next);
  return isInNamespace
    ? { namespace, segments: rest.slice(2) }
    : { segments: rest };
}

/** @throws ApiError when there is no such subresource. */
function servedVerbs(
  { subresources = [], verbs = allVerbs }: ResourceDefinition,
  subresource: string | undefined,
): readonly string[] {
  if (subresource === undefined) {
    return verbs;
  }
  const served = subresources.find(name => name === subresource);
  if (!served) {
    throw pathNotFound();
  }
  return subresourceVerbs[served];
}

function verbOf(
  { method, query }: { method: string; query: URLSearchParams },
  hasName: boolean,
): Verb | undefined {
  const watches = /^(true|1)$/.test(query.get('watch') ?? '');
  const verbs: Record<string, Verb | undefined> = hasName
    ? { GET: 'get', PUT: 'update', PATCH: 'patch', DELETE: 'delete' }
    : { GET: 'list', POST: 'create', DELETE: 'deletecollection' };
  return method === 'GET' && watches ? 'watch' : verbs[method];
}

function needsNamespace(verb: Verb): boolean {
  return verb !== 'list' && verb !== 'watch';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw pathNotFound();
  }
}
