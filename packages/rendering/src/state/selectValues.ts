import { ParametersSchema } from '../template';
import { recordedPlace } from '../template/recorded';
import { Values } from './TenantState';

type Owner = 'tenant' | 'environment';

/** Values that templates have in a form of their own, see `TenantValues`. */
const conventions = ['client', 'environments', 'allowList'];

/** The given values that belong to the tenant as a whole, or to each of its environments. */
export function selectValues(
  schema: ParametersSchema,
  owner: Owner,
  given: Values,
): Values {
  return pick(schema, name =>
    ownerOf(schema, name) === owner && !conventions.includes(name)
      ? given[name]
      : undefined,
  );
}

/** The defaults of the values that belong to each environment. */
export function environmentDefaults(schema: ParametersSchema): Values {
  return pick(schema, name =>
    ownerOf(schema, name) === 'environment' && !conventions.includes(name)
      ? schema.properties[name].default
      : undefined,
  );
}

/** The values that a further environment takes over from the one before it. */
export function promotedValues(
  schema: ParametersSchema,
  previous: Values,
): Values {
  return pick(schema, name =>
    schema.properties[name]['x-tenantry-promoted'] ? previous[name] : undefined,
  );
}

/** The values that a descriptor records, with defaults for what it does not have. */
export function recordedValues(
  schema: ParametersSchema,
  owner: Owner,
  spec: object,
): Values {
  return pick(schema, name => {
    const parameter = schema.properties[name];
    const place = recordedPlace(parameter);
    return place?.in === owner
      ? valueAt(spec, place.keys) ?? parameter.default
      : undefined;
  });
}

/** What no descriptor records is the tenant's; it is known only while the tenant is made. */
function ownerOf({ properties }: ParametersSchema, name: string): Owner {
  return recordedPlace(properties[name])?.in ?? 'tenant';
}

function pick(
  { properties }: ParametersSchema,
  valueOf: (name: string) => unknown,
): Values {
  const values = Object.keys(properties).map(name => [name, valueOf(name)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function valueAt(spec: object, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    spec,
  );
}
