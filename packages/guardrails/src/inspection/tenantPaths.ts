/** Where a file of a tenant is. */
export interface TenantPath {
  tenant: string;
  /** Absent for a file of the tenant as a whole. */
  environment?: string;
  area: 'client' | 'hub';
}

const clientPattern = /^clients\/([^/]+)\/(?:([^/]+)\/)?[^/].*$/;
const hubPattern = /^hub\/(?:.+\/)?([^/]+)\.yaml$/;

/** Whose file it is by its path: below `clients/<client>/`, or named `<client>.yaml` below `hub/`. */
export function tenantPath(path: string): TenantPath | undefined {
  const client = clientPattern.exec(path);
  if (client) {
    const [, tenant, environment] = client;
    return { tenant, environment, area: 'client' };
  }
  const hub = hubPattern.exec(path);
  return hub ? { tenant: hub[1], area: 'hub' } : undefined;
}

/** The folder of a tenant environment. */
export function environmentFolder(tenant: string, environment: string): string {
  return `clients/${tenant}/${environment}`;
}

/** Whether the GitOps engine applies the file. */
export function isManifestPath(path: string): boolean {
  return /^clients\/[^/]+\/[^/]+\/manifests\/.+\.(ya?ml|json)$/.test(path);
}

export function isYamlPath(path: string): boolean {
  return /\.(ya?ml|json)$/.test(path);
}
