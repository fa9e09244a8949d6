import { InputError } from '@backstage/errors';
import { ParameterSchema, ParametersSchema } from './TenantTemplate';

/** Where the value of a parameter is recorded. */
export interface RecordedPlace {
  in: 'tenant' | 'environment';
  /** Keys in the descriptor's `spec`. */
  keys: string[];
}

/** What names the tenant and where it lives; the paths of the descriptors record it. */
const recordedByPath = ['client', 'environments'];

/** Where a parameter is recorded, or `undefined` where no later change needs it. */
export function recordedPlace(
  schema: ParameterSchema | undefined,
): RecordedPlace | undefined {
  const [owner, ...keys] = schema?.['x-tenantry-recorded']?.split('.') ?? [];
  return (owner === 'tenant' || owner === 'environment') && keys.length > 0
    ? { in: owner, keys }
    : undefined;
}

/**
 * Makes sure that a later change can know every value that a tenant was made with.
 *
 * @throws InputError when a parameter does not say where it is recorded.
 */
export function assertRecorded({ properties }: ParametersSchema): void {
  for (const [name, schema] of Object.entries(properties)) {
    const isValue = schema.type !== 'null' && !recordedByPath.includes(name);
    if (isValue && !recordedPlace(schema)) {
      throw new InputError(
        `The parameter "${name}" of the base template needs x-tenantry-recorded, such as environment.parameters.${name}: without it a later change would forget the value.`,
      );
    }
  }
}

/** Name of the parameter that is recorded at a place such as `environment.suspended`. */
export function parameterRecordedAt(
  { properties }: ParametersSchema,
  place: string,
): string | undefined {
  return Object.keys(properties).find(
    name => properties[name]['x-tenantry-recorded'] === place,
  );
}
