import { Finding } from '@tenantry/plugin-tenants-common';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { ParameterSchema, ParametersSchema } from '../template';
import { fieldOfPointer } from './fieldPath';

// Schemas of forms carry keywords of the form (`ui:field`), which a strict Ajv would refuse.
const ajv = addFormats(
  new Ajv({ allErrors: true, verbose: true, useDefaults: true, strict: false }),
);
const validators = new WeakMap<ParametersSchema, ValidateFunction>();

/**
 * Checks the values against the schema of a form, and fills in its defaults.
 *
 * @param values - a copy; defaults are written into it
 */
export function schemaFindings(
  schema: ParametersSchema,
  values: object,
): Finding[] {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (validate(values)) {
    return [];
  }
  return (validate.errors ?? []).map(error => ({
    rule: `schema/${error.keyword}`,
    field: fieldOf(error),
    message: explain(error, schema),
  }));
}

/** Checks those of the values that a schema knows, and misses none. */
export function givenValueFindings(
  schema: ParametersSchema,
  values: Record<string, unknown>,
): Finding[] {
  const known = Object.entries(values).filter(([name]) =>
    Object.hasOwn(schema.properties, name),
  );
  const given = structuredClone(Object.fromEntries(known));
  const isGiven = (name: string) => Object.hasOwn(values, name);
  return schemaFindings(schema, given).filter(
    ({ field }) => !schema.required.includes(field!) || isGiven(field!),
  );
}

function fieldOf({ instancePath, keyword, params }: ErrorObject): string {
  const name = nameOfProperty(keyword, params);
  const pointer = name ? `${instancePath}/${name}` : instancePath;
  return fieldOfPointer(pointer);
}

function nameOfProperty(
  keyword: string,
  params: ErrorObject['params'],
): string | undefined {
  switch (keyword) {
    case 'required':
      return params.missingProperty;
    case 'additionalProperties':
      return params.additionalProperty;
    case 'propertyNames':
      return params.propertyName;
    default:
      return undefined;
  }
}

function explain(error: ErrorObject, schema: ParametersSchema): string {
  const field = fieldOf(error);
  const { title, description } = wordsFor(error, schema);
  const label = title ?? field;
  const rule = description ? ` ${description}` : '';
  switch (error.keyword) {
    case 'required':
      return `${label} is missing.${rule}`;
    case 'additionalProperties':
      return `The form has no field "${field}".`;
    case 'pattern':
    case 'format':
      return `${brief(error.data)} is not accepted as ${label}.${rule}`;
    default:
      return `${label} ${error.message}, but it is ${brief(
        error.data,
      )}.${rule}`;
  }
}

/** Title and description of the property, or of the property around a list's item. */
function wordsFor(
  error: ErrorObject,
  schema: ParametersSchema,
): Pick<ParameterSchema, 'title' | 'description'> {
  const [name] = fieldOf(error).split(/[.[]/);
  const property = schema.properties[name];
  const own: ParameterSchema =
    error.instancePath === '' ? {} : error.parentSchema ?? {};
  return {
    title: own.title ?? property?.title,
    description: own.description ?? property?.description,
  };
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
