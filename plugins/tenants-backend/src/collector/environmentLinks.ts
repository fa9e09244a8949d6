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
    ...(links?.grafana ? [{ title: 'Grafana', url: links.grafana }] : []),
  ];
}
