import { InputError } from '@backstage/errors';
import { isObject } from '../isObject';
import { ParametersSchema } from './TenantTemplate';

const formKeywords = ['title', 'description', 'type'];
const mergedKeywords = ['required', 'properties', 'propertyNames'];

/**
 * Merges the steps of a form into the schema of all its values.
 *
 * @throws InputError when a step says something that cannot be merged.
 */
export function mergeParameters(parameters: unknown): ParametersSchema {
  const merged: ParametersSchema = {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: {},
  };
  for (const step of [parameters].flat()) {
    addStep(merged, step);
  }
  return merged;
}

function addStep(merged: ParametersSchema, step: unknown): void {
  if (!isObject(step) || !isObject(step.properties)) {
    throw new InputError('spec.parameters has a step without properties.');
  }
  for (const keyword of Object.keys(step)) {
    if (
      !keyword.startsWith('ui:') &&
      ![...formKeywords, ...mergedKeywords].includes(keyword)
    ) {
      throw new InputError(
        `spec.parameters uses "${keyword}" on a whole step, which is not supported.`,
      );
    }
  }
  for (const [name, schema] of Object.entries(step.properties)) {
    if (Object.hasOwn(merged.properties, name) || !isObject(schema)) {
      throw new InputError(
        `spec.parameters defines "${name}" twice, or not as an object.`,
      );
    }
    merged.properties[name] = schema;
  }
  merged.required.push(...((step.required as string[] | undefined) ?? []));
}
