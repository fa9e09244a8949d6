import { JsonObject } from '@backstage/types';
import { KubernetesObject, ObjectMetadata } from '../../ObjectStore';
import { apiVersionOf } from '../../resources';
import { badRequest, invalid } from '../ApiError';
import { Target } from '../parseTarget';
import { nameProblem } from './names';

const generatedCharacters = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * Checks a document that somebody sent as an object of the target, and completes its kind,
 * namespace and name from the target.
 *
 * @throws ApiError when it does not fit the target.
 */
export function readObject(
  document: unknown,
  target: Target,
): KubernetesObject {
  const { definition } = target;
  if (!isRecord(document)) {
    throw badRequest('the body of the request is not an object');
  }
  const expected = {
    apiVersion: apiVersionOf(definition),
    kind: definition.kind,
  };
  assertMatches(document, expected);
  return {
    ...document,
    ...expected,
    metadata: readMetadata(document.metadata ?? {}, target),
  };
}

function assertMatches(
  document: JsonObject,
  expected: { apiVersion: string; kind: string },
): void {
  const { apiVersion = expected.apiVersion, kind = expected.kind } = document;
  if (apiVersion !== expected.apiVersion) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected.apiVersion})`,
    );
  }
  if (kind !== expected.kind) {
    throw badRequest(
      `the kind in the data (${kind}) does not match the expected kind (${expected.kind})`,
    );
  }
}

function readMetadata(metadata: unknown, target: Target): ObjectMetadata {
  if (!isRecord(metadata)) {
    throw badRequest('metadata is not an object');
  }
  assertTexts(metadata, 'labels');
  assertTexts(metadata, 'annotations');
  const namespace = readNamespace(metadata.namespace, target);
  const name = readName(metadata, target);
  const { managedFields, namespace: _given, ...kept } = metadata;
  return { ...kept, name, ...(namespace !== undefined && { namespace }) };
}

function readNamespace(
  given: unknown,
  { definition, namespace }: Target,
): string | undefined {
  if (!definition.namespaced || given === undefined || given === '') {
    return namespace;
  }
  if (given !== namespace) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request (${given} and ${namespace})`,
    );
  }
  return namespace;
}

function readName(metadata: JsonObject, target: Target): string {
  const { definition } = target;
  const name =
    metadata.name ?? target.name ?? generateName(metadata.generateName);
  if (target.name !== undefined && name !== target.name) {
    throw badRequest(
      `the name of the object (${name}) does not match the name on the URL (${target.name})`,
    );
  }
  const object = { ...definition, name: String(name ?? '') };
  if (typeof name !== 'string' || name === '') {
    throw invalid(
      object,
      'metadata.name',
      'Required value: name or generateName is required',
    );
  }
  const problem = nameProblem(name, definition);
  if (problem) {
    const message = `Invalid value: ${JSON.stringify(name)}: ${problem}`;
    throw invalid(object, 'metadata.name', message);
  }
  return name;
}

function generateName(prefix: unknown): string | undefined {
  const random = () =>
    generatedCharacters[Math.floor(Math.random() * generatedCharacters.length)];
  return typeof prefix === 'string' && prefix !== ''
    ? prefix + Array.from({ length: 5 }, random).join('')
    : undefined;
}

function assertTexts(metadata: JsonObject, field: string): void {
  const value = metadata[field] ?? {};
  const isMap =
    isRecord(value) &&
    Object.values(value).every(item => typeof item === 'string');
  if (!isMap) {
    throw badRequest(`metadata.${field} must map names to texts`);
  }
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
