import {
  RepositoryFile,
  isDescriptorPath,
} from '@tenantry/plugin-tenants-node';

/** The sample client that every tenant of the fleet is a copy of; it is in every environment. */
export const model = 'acme-01';

/** Name of a tenant of the fleet; as long as the model's, so that copies are as large. */
export function tenantName(index: number): string {
  return `t${String(index).padStart(model.length - 1, '0')}`;
}

/**
 * Copies a text of the model for another tenant. Names with underscores, as in a party hint, are
 * renamed as well.
 */
export function renamed(text: string, tenant: string): string {
  return text
    .replaceAll(model, tenant)
    .replaceAll(model.replace('-', '_'), tenant);
}

/** The registry of a fleet: the platform's own descriptors and those of each tenant. */
export function fleetRepository(
  files: readonly RepositoryFile[],
  tenants: number,
): RepositoryFile[] {
  const descriptors = files.filter(({ path }) => isDescriptorPath(path));
  const own = descriptors.filter(({ path }) => !path.startsWith('clients/'));
  const ofModel = descriptors.filter(({ path }) =>
    path.startsWith(`clients/${model}/`),
  );
  const copies = Array.from({ length: tenants }, (_, index) =>
    ofModel.map(({ path, content }) => ({
      path: renamed(path, tenantName(index)),
      content: renamed(content, tenantName(index)),
    })),
  );
  return [...own, ...copies.flat()];
}
