import { createHash } from 'node:crypto';
import { apiVersionOf, ResourceDefinition } from '../../resources';

type Resources = readonly ResourceDefinition[];

const info = { title: 'Kubernetes', version: 'v1.32.0' };

/** `/openapi/v3`: where the document of each group and version is. */
export function openApiIndex(resources: Resources): object {
  const versions = [...new Set(resources.map(apiVersionOf))];
  return {
    paths: Object.fromEntries(
      versions.map(version => {
        const path = rootOf(version);
        const hash = digest(openApiDocument(path, resources));
        return [
          path,
          { serverRelativeURL: `/openapi/v3/${path}?hash=${hash}` },
        ];
      }),
    ),
  };
}

/**
 * `/openapi/v3/<root>`: the paths of one group and version with the parameters that kubectl looks
 * for before it applies an object, and schemas that allow any field. Undefined when there is none.
 */
export function openApiDocument(
  root: string,
  resources: Resources,
): object | undefined {
  const ofVersion = resources.filter(
    resource => rootOf(apiVersionOf(resource)) === root,
  );
  if (ofVersion.length === 0) {
    return undefined;
  }
  return {
    openapi: '3.0.0',
    info,
    paths: Object.fromEntries(ofVersion.map(describePath)),
    components: { schemas: Object.fromEntries(ofVersion.map(describeSchema)) },
  };
}

function describePath(definition: ResourceDefinition): [string, object] {
  const { namespaced, plural } = definition;
  const scope = namespaced ? '/namespaces/{namespace}' : '';
  const operation = (action: string, parameters: string[]) => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': groupVersionKind(definition),
    parameters: parameters.map(name => ({
      name,
      in: 'query',
      schema: { type: 'string', uniqueItems: true },
    })),
    responses: { 200: { description: 'OK' } },
  });
  const writing = ['dryRun', 'fieldManager', 'fieldValidation'];
  return [
    `/${rootOf(apiVersionOf(definition))}${scope}/${plural}/{name}`,
    {
      get: operation('get', []),
      put: operation('put', writing),
      patch: operation('patch', [...writing, 'force']),
      delete: operation('delete', ['dryRun']),
    },
  ];
}

function describeSchema(definition: ResourceDefinition): [string, object] {
  const { group, version, kind } = definition;
  const prefix = (group || 'core').split('.').reverse().join('.');
  return [
    `${prefix}.${version}.${kind}`,
    {
      type: 'object',
      'x-kubernetes-group-version-kind': [groupVersionKind(definition)],
      'x-kubernetes-preserve-unknown-fields': true,
    },
  ];
}

function groupVersionKind({ group, version, kind }: ResourceDefinition) {
  return { group, version, kind };
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
}

function digest(document: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(document))
    .digest('hex')
    .slice(0, 32)
    .toUpperCase();
}
