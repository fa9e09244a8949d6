import { explainResource, ResourceProblem } from '@tenantry/guardrails';
import { KubernetesObject } from '../../ObjectStore';
import { Call } from '../ApiContext';
import { badRequest, invalidFields } from '../ApiError';
import { readFieldValidation } from './writeOptions';

/**
 * Takes an object as strictly as its sender asks for: with `Strict`, fields that the kind does not
 * have are refused, with `Warn` they are kept and told of. Values of a wrong type are refused
 * always. Who does not say anything, as most programs do, is believed.
 *
 * @param current - what is there already, whose faults are not the sender's
 * @returns what the sender has to be warned of.
 * @throws ApiError when the object is refused.
 */
export function validateFields(
  object: KubernetesObject,
  { request, target }: Call,
  current?: KubernetesObject,
): string[] {
  const validation = readFieldValidation(request.query);
  if (!validation || target.subresource) {
    return [];
  }
  const { values, unknown } = newProblems(object, current);
  if (values.length > 0) {
    throw invalidFields(
      { ...target.definition, name: object.metadata.name },
      values,
    );
  }
  const messages = unknown.map(({ path }) => `unknown field "${toPath(path)}"`);
  if (validation === 'Strict' && messages.length > 0) {
    throw notDecoded(object, messages);
  }
  return validation === 'Warn' ? messages : [];
}

function newProblems(object: KubernetesObject, current?: KubernetesObject) {
  const known = current ? explainResource(current) ?? [] : [];
  const old = new Set(known.map(({ message }) => message));
  const problems = (explainResource(object) ?? []).filter(
    ({ message }) => !old.has(message),
  );
  const isUnknown = ({ reason }: ResourceProblem) => reason === 'unknown-field';
  return {
    unknown: problems.filter(isUnknown),
    values: problems
      .filter(problem => !isUnknown(problem))
      .map(({ path, message }) => ({ field: toPath(path), message })),
  };
}

function notDecoded({ apiVersion, kind }: KubernetesObject, causes: string[]) {
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  return badRequest(
    `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${causes.join(
      ', ',
    )}`,
  );
}

/** `/spec/ports/0/name` as `spec.ports[0].name`. */
function toPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(key => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
