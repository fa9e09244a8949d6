import { StatusLink } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { RegistryView } from '../registry/RegistryView';

/** Where else to look at a tenant environment. */
export function environmentLinks(
  registry: RegistryView,
  binding: TenantBinding,
): StatusLink[] {
  const { links } = registry.registry().platform.descriptor.spec;
  return [
    { title: 'Files in Git', url: `${registry.url}${binding.repositoryPath}` },
    ...(links?.grafana
      ? [{ title: 'Grafana', url: withVariables(links.grafana, binding) }]
      : []),
  ];
}

/** A dashboard takes the labels of the tenant environment as its variables. */
function withVariables(
  dashboard: string,
  { metricMatchers }: TenantBinding,
): string {
  const url = new URL(dashboard);
  for (const [label, value] of Object.entries(metricMatchers)) {
    url.searchParams.set(`var-${label}`, value);
  }
  return url.href;
}
