import { StatusLink } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { RegistryView } from '../registry/RegistryView';

/** Where else to look at a tenant environment. */
export function environmentLinks(
  registry: RegistryView,
  binding: TenantBinding,
): StatusLink[] {
  const { links } = registry.registry().platform.descriptor.spec;
  const repository = `${registry.url}${binding.repositoryPath}`;
  const result: StatusLink[] = [
    { kind: 'repository', title: 'Files in Git', url: repository },
  ];
  if (links?.grafana) {
    const url = withVariables(links.grafana, binding);
    result.push({ kind: 'dashboard', title: 'Grafana', url });
  }
  if (links?.logs) {
    const url = withLabels(links.logs, binding);
    result.push({ kind: 'logs', title: 'Logs', url });
  }
  return result;
}

/** Each tool for logs has a query language of its own, so that the labels stand where they belong. */
function withLabels(
  template: string,
  { metricMatchers }: TenantBinding,
): string {
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, label) => {
    const value = metricMatchers[label];
    return value === undefined ? placeholder : encodeURIComponent(value);
  });
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
