import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { parsedOnce } from './parsedFiles';

/**
 * Reads the objects of a YAML file; empty documents are left out. The objects are shared and
 * never to be modified.
 *
 * @throws InputError naming the file when it is no YAML, or holds something else than objects.
 */
export const parseManifests = parsedOnce(readObjects);

function readObjects(path: string, content: string): KubernetesObject[] {
  return [...parseAllDocuments(content)].flatMap(document => {
    const [error] = document.errors;
    if (error) {
      throw new InputError(`failed to parse ${path}: ${error.message}`);
    }
    const object: unknown = document.toJS({ maxAliasCount: 10 });
    if (object === null || object === undefined) {
      return [];
    }
    if (!isKubernetesObject(object)) {
      throw new InputError(
        `failed to parse ${path}: not an object with apiVersion, kind and metadata.name`,
      );
    }
    return [object];
  });
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  const object = value as Partial<KubernetesObject>;
  return (
    typeof value === 'object' &&
    typeof object.apiVersion === 'string' &&
    typeof object.kind === 'string' &&
    typeof object.metadata?.name === 'string'
  );
}
