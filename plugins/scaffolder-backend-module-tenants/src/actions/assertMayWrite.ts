import { InputError } from '@backstage/errors';
import { TenantFilesReader, tenantOfPath } from '@tenantry/plugin-tenants-node';
import { Asking, mayCreate, noTenant, refusedTenants } from './assertMayChange';

/** A change of a form is one of one tenant; there is no reason for more than a few. */
const maximumTenants = 50;

/**
 * Refuses a change of files of which one belongs to somebody else, or to nobody, before any file of
 * the repository is read.
 *
 * @throws InputError when the files belong to more than 50 tenants.
 * @throws NotFoundError when one is not of a tenant that the caller may change, as when there is
 *   none, nor of one that is new and that the caller may propose.
 */
export async function assertMayWrite(options: {
  paths: readonly string[];
  asking: Asking;
  reader: TenantFilesReader;
  signal?: AbortSignal;
}): Promise<void> {
  const { paths, asking, reader, signal } = options;
  const tenants = [...new Set(paths.map(ownerOfPath))];
  if (tenants.length > maximumTenants) {
    throw new InputError(
      `The change touches ${tenants.length} tenants; it may touch at most ${maximumTenants}.`,
    );
  }
  const refused = await refusedTenants(asking, tenants);
  if (refused.length === 0) {
    return;
  }
  if (!(await mayCreate(asking))) {
    throw noTenant(refused[0]);
  }
  const { registry } = await reader.readTenantFiles([], { signal });
  const existing = refused.find(
    tenant => isShared(tenant) || registry.tenants.has(tenant),
  );
  if (existing) {
    throw noTenant(existing);
  }
}

/**
 * Whose file it is. No tenant is called like what comes out for a file that is nobody's, so that only
 * who may change all may touch it.
 */
export function ownerOfPath(path: string): string {
  return tenantOfPath(path) ?? `/${path}`;
}

function isShared(owner: string): boolean {
  return owner.startsWith('/');
}
