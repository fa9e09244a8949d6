import { PrunedObject } from '@tenantry/plugin-tenants-common';
import { isObject } from '../isObject';
import { parseYamlFile } from '../output';

/** Where the objects of a file are in the platform. */
export interface Place {
  cluster: string;
  /** Of objects that do not name one. */
  namespace?: string;
}

/** Files of these are read by tools, and never become objects in a cluster. */
const notApplied = ['kustomize.config.k8s.io/', 'tenantry.dev/'];

/**
 * Lists the objects that a YAML file makes in a cluster; none for a file that is no manifest.
 *
 * @throws Error when the text is no valid YAML.
 */
export function manifestObjects(content: string, place: Place): PrunedObject[] {
  return parseYamlFile(content).flatMap(document => {
    const object = objectOf(document, place);
    return object ? [object] : [];
  });
}

function objectOf(document: unknown, place: Place): PrunedObject | undefined {
  if (!isObject(document) || !isObject(document.metadata)) {
    return undefined;
  }
  const { apiVersion, kind, metadata } = document;
  const { name } = metadata;
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    typeof name !== 'string' ||
    notApplied.some(prefix => apiVersion.startsWith(prefix))
  ) {
    return undefined;
  }
  const namespace = namespaceOf(kind, metadata.namespace, place);
  return {
    cluster: place.cluster,
    kind,
    name,
    ...(namespace && { namespace }),
  };
}

function namespaceOf(
  kind: string,
  own: unknown,
  place: Place,
): string | undefined {
  if (kind === 'Namespace') {
    return undefined;
  }
  return typeof own === 'string' ? own : place.namespace;
}
