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
  { id, object }: { id: string; object?: string },
): ComponentDescriptor | undefined {
  // Called for each check of each status: it must not allocate.
  if (object) {
    for (const component of components) {
      if (matchesAny(component.objects, object)) {
        return component;
      }
    }
  }
  for (const component of components) {
    if (matchesAny(component.checks, id)) {
      return component;
    }
  }
  return undefined;
}

const none: readonly string[] = [];

function matchesAny(
  patterns: readonly string[] | undefined,
  value: string,
): boolean {
  for (const pattern of patterns ?? none) {
    if (matchesPattern(pattern, value)) {
      return true;
    }
  }
  return false;
}
