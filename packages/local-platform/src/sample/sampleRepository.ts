import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { TenantTemplate } from '@tenantry/rendering';
import { PlatformAddresses } from './addresses';
import { clientFiles } from './clientFiles';
import { platformFiles } from './platformFiles';

/** The files of the sample GitOps repository: the same addresses give the same bytes. */
export function sampleRepository(
  template: TenantTemplate,
  addresses: PlatformAddresses,
): RepositoryFile[] {
  const platform = platformFiles(addresses);
  return [...platform, ...clientFiles(template, platform)];
}
