import { ApiContext, ApiRequest, ok, Reply } from '../ApiContext';
import { methodNotAllowed } from '../ApiError';
import { negotiate } from '../negotiate';
import {
  aggregatedDiscovery,
  aggregatedDiscoveryType,
} from './aggregatedDiscovery';
import { apiGroup, groupList, resourceList } from './discovery';
import { openApiDocument, openApiIndex } from './openApi';

const version = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.0+tenantry-local-platform',
  gitTreeState: 'clean',
  platform: 'simulated',
};

const coreVersions = {
  kind: 'APIVersions',
  versions: ['v1'],
  serverAddressByClientCIDRs: [],
};

/**
 * Answers what clients ask about the server itself.
 *
 * @returns undefined when the path is not of that sort.
 */
export function answerDiscovery(
  request: ApiRequest,
  { resources }: ApiContext,
): Reply | undefined {
  const path = request.path.replace(/^\/|\/$/g, '');
  const [root, ...rest] = path.split('/');
  const document = findDocument(root, rest, resources);
  if (!document) {
    return undefined;
  }
  if (request.method !== 'GET') {
    throw methodNotAllowed();
  }
  const { as } = negotiate(request.headers.accept);
  if (as === 'discovery' && rest.length === 0 && /^apis?$/.test(root)) {
    return {
      code: 200,
      body: aggregatedDiscovery(root === 'api' ? 'core' : 'named', resources),
      contentType: aggregatedDiscoveryType,
    };
  }
  return ok(document);
}

function findDocument(
  root: string,
  rest: string[],
  resources: ApiContext['resources'],
): object | undefined {
  switch (root) {
    case 'version':
      return rest.length === 0 ? version : undefined;
    case 'api':
      return rest.length === 0
        ? coreVersions
        : resourceList(rest.join('/'), resources);
    case 'apis':
      return findGroupDocument(rest, resources);
    case 'openapi':
      return findOpenApi(rest, resources);
    default:
      return undefined;
  }
}

function findGroupDocument(
  rest: string[],
  resources: ApiContext['resources'],
): object | undefined {
  switch (rest.length) {
    case 0:
      return groupList(resources);
    case 1:
      return apiGroup(rest[0], resources);
    default:
      return resourceList(rest.join('/'), resources);
  }
}

function findOpenApi(
  [version3, ...root]: string[],
  resources: ApiContext['resources'],
): object | undefined {
  if (version3 !== 'v3') {
    return undefined;
  }
  return root.length === 0
    ? openApiIndex(resources)
    : openApiDocument(root.join('/'), resources);
}
