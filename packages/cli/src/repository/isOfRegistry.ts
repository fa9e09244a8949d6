import { isDescriptorPath } from '@tenantry/plugin-tenants-node';

/** Whether a file of a GitOps repository is a descriptor, or belongs to a tenant or to the hub. */
export function isOfRegistry(path: string): boolean {
  return isDescriptorPath(path) || /^(clients|hub)\//.test(path);
}
