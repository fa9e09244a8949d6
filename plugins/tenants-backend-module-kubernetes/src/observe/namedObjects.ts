import { matchesPattern, TenantBinding } from '@tenantry/plugin-tenants-node';

/** The names and patterns under which the components of a binding name objects of a kind. */
export function namedPatterns(binding: TenantBinding, kind: string): string[] {
  const prefix = `${kind}/`;
  const objects = binding.components.flatMap(
    component => component.objects ?? [],
  );
  return [
    ...new Set(
      objects
        .filter(object => object.startsWith(prefix))
        .map(object => object.slice(prefix.length)),
    ),
  ];
}

/** Whether a component names an object. */
export function isNamed(
  object: string | undefined,
  binding: TenantBinding,
): boolean {
  return (
    object !== undefined &&
    binding.components.some(({ objects }) =>
      objects?.some(pattern => matchesPattern(pattern, object)),
    )
  );
}

/** Id of the check of an object, and the object as components name it. */
export function referenceTo(
  kind: string,
  name: string,
): { id: string; object: string } {
  return { id: `${kind.toLowerCase()}/${name}`, object: `${kind}/${name}` };
}
