import { allVerbs, apiVersionOf, ResourceDefinition, Verb } from '../resources';
import { methodNotAllowed, pathNotFound } from './ApiError';

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
  const inNamespace = namespace !== undefined;
  if (
    !definition ||
    superfluous.length > 0 ||
    (inNamespace && !definition.namespaced) ||
    !servesSubresource(definition, subresource)
  ) {
    throw pathNotFound();
  }
  const needsNamespace = definition.namespaced && !inNamespace;
  const verb = verbOf(request, name, subresource);
  const { verbs = allVerbs } = definition;
  if (!verb || !verbs.includes(verb) || (needsNamespace && isOfOne(verb))) {
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

function servesSubresource(
  { subresources = [] }: ResourceDefinition,
  subresource: string | undefined,
): boolean {
  return (
    subresource === undefined || subresources.some(it => it === subresource)
  );
}

function verbOf(
  { method, query }: { method: string; query: URLSearchParams },
  name: string | undefined,
  subresource: string | undefined,
): Verb | undefined {
  const watches = /^(true|1)$/.test(query.get('watch') ?? '');
  const verbs: Record<string, Verb | undefined> = name
    ? { GET: watches ? 'watch' : 'get', PUT: 'update', PATCH: 'patch' }
    : { GET: watches ? 'watch' : 'list', POST: 'create' };
  if (method === 'DELETE' && subresource === undefined) {
    return name ? 'delete' : 'deletecollection';
  }
  return verbs[method];
}

/** Whether a verb needs to know the namespace of a namespaced kind. */
function isOfOne(verb: Verb): boolean {
  return verb !== 'list' && verb !== 'watch';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw pathNotFound();
  }
}
