import type {
  ListTenantsRequest,
  TenantsApi,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';

const pageSize = 200;

/** The most tenants that are read into one file. */
export const maximumTenants = 5000;

/** Tenants of all pages, as far as they were read. */
export interface CollectedTenants {
  tenants: TenantSummary[];
  /** Whether there are more than `maximumTenants`. */
  isTruncated: boolean;
}

/** Reads every page that a request asks for, up to `maximumTenants`. */
export async function collectTenants(
  api: Pick<TenantsApi, 'listTenants'>,
  request: ListTenantsRequest,
): Promise<CollectedTenants> {
  const tenants: TenantSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listTenants({ ...request, limit: pageSize, cursor });
    tenants.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && tenants.length < maximumTenants);
  return { tenants, isTruncated: cursor !== undefined };
}
