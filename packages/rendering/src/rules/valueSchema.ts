import { Finding } from '@tenantry/plugin-tenants-common';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { ParameterSchema, TenantTemplate } from '../template';
import { fieldOfPointer } from './fieldPath';

// Schemas of forms carry keywords of the form (`ui:field`), which a strict Ajv would refuse.
const ajv = addFormats(
  new Ajv({ allErrors: true, verbose: true, useDefaults: true, strict: false }),
);
const validators = new WeakMap<TenantTemplate, ValidateFunction>();

/**
 * Checks the values against the template's schema, and fills in its defaults.
 *
 * @param values - a copy; defaults are written into it
 */
export function schemaFindings(
  template: TenantTemplate,
  values: object,
): Finding[] {
  const validate = validators.get(template) ?? ajv.compile(template.schema);
  validators.set(template, validate);
  if (validate(values)) {
    return [];
  }
  return (validate.errors ?? []).map(error => ({
    rule: `schema/${error.keyword}`,
    field: fieldOf(error),
    message: explain(error, template),
  }));
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

function explain(error: ErrorObject, template: TenantTemplate): string {
  const field = fieldOf(error);
  const { title, description } = wordsFor(error, template);
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
  template: TenantTemplate,
): Pick<ParameterSchema, 'title' | 'description'> {
  const [name] = fieldOf(error).split(/[.[]/);
  const property = template.schema.properties[name];
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
