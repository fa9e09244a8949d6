import { ErrorObject } from 'ajv';
import { isRecord, JsonRecord } from '../json';
import { explainErrors } from './explainErrors';
import { KubernetesModel, loadModel } from './models';
import { observeReads } from './observeReads';
import { schemaValidator } from './schemas';

/**
 * Something that the API server of Kubernetes would refuse in an object.
 *
 * @public
 */
export interface ResourceProblem {
  /** `unknown-field` for a field that the kind does not have. */
  reason: 'unknown-field' | 'invalid-value';
  /** JSON pointer of the place. */
  path: string;
  /** Names the place and the rule. */
  message: string;
}

/**
 * Says what the API server would refuse in an object by the schema of its kind: fields that the
 * kind does not have, missing fields and values of a wrong type or form, all at once. Undefined
 * when no schema of the kind is known.
 *
 * The schemas are those of the `kubernetes-models` packages, and a few of our own for kinds that
 * they leave out. Each is loaded when the first object of its kind comes along.
 *
 * @public
 */
export function explainResource(
  object: unknown,
): ResourceProblem[] | undefined {
  if (!isTyped(object)) {
    return [
      {
        reason: 'invalid-value',
        path: '',
        message: 'An object with apiVersion and kind, both texts, is needed.',
      },
    ];
  }
  const validate = schemaValidator(object);
  if (validate) {
    validate(object);
    return explainErrors(validate.errors ?? [], object);
  }
  const model = loadModel(object);
  return model && explainByModel(model, object);
}

function explainByModel(
  model: KubernetesModel,
  object: JsonRecord,
): ResourceProblem[] {
  const observed = observeReads(object);
  const errors = validationErrors(model, observed.value as JsonRecord);
  // The validators look at every field that they know and pass over the others, which the API
  // server, when it is asked to be strict, does not.
  const unknown = observed.unreadFields().map(unknownField);
  return [...unknown, ...explainErrors(errors, object)];
}

function validationErrors(
  model: KubernetesModel,
  object: JsonRecord,
): ErrorObject[] {
  try {
    model.prototype.validate.call(object);
    return [];
  } catch (error) {
    const { errors } = error as { errors?: ErrorObject[] };
    if (!Array.isArray(errors)) {
      throw error;
    }
    return errors;
  }
}

/** The problem of a field that the kind does not have. */
export function unknownField(path: string): ResourceProblem {
  return {
    reason: 'unknown-field',
    path,
    message: `${path} is no field of this kind.`,
  };
}

function isTyped(
  object: unknown,
): object is JsonRecord & { apiVersion: string; kind: string } {
  return (
    isRecord(object) &&
    typeof object.apiVersion === 'string' &&
    typeof object.kind === 'string'
  );
}
