import { ComponentDescriptor } from '@tenantry/plugin-tenants-common';

/**
 * Whether a value matches a pattern of a component's `objects` or `checks`, in which `*` stands
 * for any run of characters.
 *
 * @public
 */
export function matchesPattern(pattern: string, value: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) {
    return value === pattern;
  }
  // Most values fail here, at little cost.
  if (!value.startsWith(pattern.slice(0, star))) {
    return false;
  }
  const rest = pattern.slice(star + 1).split('*');
  const tail = rest.pop() ?? '';
  let position = star;
  for (const part of rest) {
    const found = value.indexOf(part, position);
    if (found < 0) {
      return false;
    }
    position = found + part.length;
  }
  return value.length - position >= tail.length && value.endsWith(tail);
}

/** @public */
export function isExactPattern(pattern: string): boolean {
  return !pattern.includes('*');
}

/**
 * The component that a check belongs to: the first one that names the object, or else the first
 * one that names the check.
 *
 * @public
 */
export function findComponent(
  components: readonly ComponentDescriptor[],
  check: { id: string; object?: string },
): ComponentDescriptor | undefined {
  const names = (patterns: readonly string[] | undefined, value: string) =>
    patterns?.some(pattern => matchesPattern(pattern, value));
  return (
    components.find(
      ({ objects }) => check.object && names(objects, check.object),
    ) ?? components.find(({ checks }) => names(checks, check.id))
  );
}
