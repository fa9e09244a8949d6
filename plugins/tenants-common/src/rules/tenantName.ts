/**
 * Longest tenant name: `<tenant>-<environment>-<component>` has to fit the 63 characters of a
 * catalog entity name and of a Kubernetes namespace.
 *
 * @public
 */
export const maximumTenantNameLength = 30;

/**
 * Form of a tenant name: a DNS label that starts with a letter.
 *
 * @public
 */
export const tenantNamePattern = '^[a-z]([a-z0-9-]*[a-z0-9])?$';

/**
 * Says what is wrong with a tenant name, or `undefined` when its form is right.
 *
 * @public
 */
export function explainTenantName(name: string): string | undefined {
  if (name.length === 0) {
    return 'A name is needed.';
  }
  if (name.length > maximumTenantNameLength) {
    return `The name "${name}" has ${name.length} characters; at most ${maximumTenantNameLength} are allowed.`;
  }
  if (!new RegExp(tenantNamePattern).test(name)) {
    return `The name "${name}" must start with a lower-case letter, end with a letter or digit, and hold only lower-case letters, digits and hyphens.`;
  }
  return undefined;
}
