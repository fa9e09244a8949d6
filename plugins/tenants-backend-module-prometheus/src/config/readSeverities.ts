import { Config } from '@backstage/config';
import { Health } from '@tenantry/plugin-tenants-common';
import { readChoice } from './reading';

const defaults: Record<string, Health> = {
  critical: 'Degraded',
  page: 'Degraded',
  error: 'Degraded',
  warning: 'Progressing',
  info: 'Healthy',
  none: 'Healthy',
};
const path = 'tenants.prometheus.alerts.severities';

/**
 * What a firing alert means, by the severity that its rule names: the usual names, and those that
 * the configuration adds or changes.
 *
 * @param config - the section `tenants.prometheus`
 * @throws InputError that names the key, the value and the rule.
 */
export function readSeverities(config: Config): ReadonlyMap<string, Health> {
  const own = config.getOptionalConfig('alerts.severities');
  const choices = ['Healthy', 'Progressing', 'Degraded'] as const;
  return new Map<string, Health>([
    ...Object.entries(defaults),
    ...(own?.keys() ?? []).map(
      name => [name, readChoice(own!, name, { path, choices })] as const,
    ),
  ]);
}
