import { InputError } from '@backstage/errors';
import { TenantBinding } from '@tenantry/plugin-tenants-node';

/** Label names that may stand in a query; those with two underscores belong to Prometheus. */
export function isLabelName(name: string): boolean {
  return /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}

/** Whether the binding's matchers select the series of one tenant environment, and can be asked. */
export function hasUsableMatchers({ metricMatchers }: TenantBinding): boolean {
  const entries = Object.entries(metricMatchers);
  return (
    entries.length > 0 &&
    entries.every(([name, value]) => isLabelName(name) && value !== '')
  );
}

/**
 * The binding's matchers as they stand between the braces of a selector.
 *
 * @throws InputError when they would select the series of others too, or are no matchers.
 */
export function renderMatchers(binding: TenantBinding): string {
  if (!hasUsableMatchers(binding)) {
    throw new InputError(
      `The metricMatchers of ${binding.tenant}/${binding.environment} must be label names with values.`,
    );
  }
  return Object.entries(binding.metricMatchers)
    .map(([name, value]) => `${name}="${escapeValue(value)}"`)
    .join(',');
}

function escapeValue(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}
