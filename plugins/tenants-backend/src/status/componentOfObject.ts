import { findComponent, TenantBinding } from '@tenantry/plugin-tenants-node';

/** The part of a tenant environment that an object belongs to; `other` when it is in none. */
export function componentOfObject(
  { components }: TenantBinding,
  /** `Kind/name`. */
  object: string,
): string {
  const [kind, name] = object.split('/');
  const id = `${kind.toLowerCase()}/${name}`;
  return findComponent(components, { id, object })?.name ?? 'other';
}
