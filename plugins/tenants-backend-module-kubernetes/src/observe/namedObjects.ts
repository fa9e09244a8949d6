import { matchesPattern, TenantBinding } from '@tenantry/plugin-tenants-node';

/** What a component names, the name being a pattern where it has a `*`. */
export type NamedObject = [kind: string, name: string];

type NamesByKind = ReadonlyMap<string, readonly string[]>;

/** Asked for every kind each time that a tenant environment is judged. */
const namesOfBindings = new WeakMap<TenantBinding, NamesByKind>();

/** The names and patterns under which the components of a binding name objects of a kind. */
export function namedPatterns(
  binding: TenantBinding,
  kind: string,
): readonly string[] {
  const names = namesOfBindings.get(binding) ?? namesByKind(binding);
  namesOfBindings.set(binding, names);
  return names.get(kind) ?? [];
}

function namesByKind({ components }: TenantBinding): NamesByKind {
  const objects = components.flatMap(component => component.objects ?? []);
  const names = new Map<string, string[]>();
  for (const object of new Set(objects)) {
    const [kind, name] = splitObject(object);
    names.set(kind, [...(names.get(kind) ?? []), name]);
  }
  return names;
}

/** Whether a component names an object. */
export function isNamed(
  object: string | undefined,
  binding: TenantBinding,
): boolean {
  if (object === undefined) {
    return false;
  }
  const [kind, name] = splitObject(object);
  return namedPatterns(binding, kind).some(pattern =>
    matchesPattern(pattern, name),
  );
}

/** Takes `Kind/name` apart. */
export function splitObject(object: string): NamedObject {
  const slash = object.indexOf('/');
  return [object.slice(0, slash), object.slice(slash + 1)];
}

/** Id of the check of an object, and the object as components name it. */
export function referenceTo(
  kind: string,
  name: string,
): { id: string; object: string } {
  return { id: `${kind.toLowerCase()}/${name}`, object: `${kind}/${name}` };
}
