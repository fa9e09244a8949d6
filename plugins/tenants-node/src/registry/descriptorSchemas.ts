import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { AnyDescriptor, Finding } from '@tenantry/plugin-tenants-common';
import clusterSchema from './schemas/cluster.schema.json';
import environmentSchema from './schemas/environment.schema.json';
import platformSchema from './schemas/platform.schema.json';
import tenantSchema from './schemas/tenant.schema.json';
import tenantEnvironmentSchema from './schemas/tenant-environment.schema.json';

/**
 * One JSON Schema (draft 7) for each kind of descriptor.
 *
 * @public
 */
export const descriptorSchemas: Record<AnyDescriptor['kind'], object> = {
  Platform: platformSchema,
  Cluster: clusterSchema,
  Environment: environmentSchema,
  Tenant: tenantSchema,
  TenantEnvironment: tenantEnvironmentSchema,
};

const ajv = addFormats(
  new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }),
);
const validators = new Map<string, ValidateFunction>();

/**
 * Checks a parsed descriptor against the schema of its kind and returns every broken rule.
 *
 * @public
 */
export function validateDescriptor(
  kind: AnyDescriptor['kind'],
  descriptor: unknown,
  file: string,
): Finding[] {
  const validate = validators.get(kind) ?? ajv.compile(descriptorSchemas[kind]);
  validators.set(kind, validate);
  if (validate(descriptor)) {
    return [];
  }
  return (validate.errors ?? []).map(error => ({
    rule: `schema/${error.keyword}`,
    file,
    path: error.instancePath || '/',
    message: `${error.instancePath || '/'} ${error.message}, but it is ${brief(
      error.data,
    )}.`,
  }));
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
