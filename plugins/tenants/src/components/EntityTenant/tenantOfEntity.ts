import type { Entity } from '@backstage/catalog-model';
import {
  ENVIRONMENT_ANNOTATION,
  TENANT_ANNOTATION,
} from '@tenantry/plugin-tenants-common';

/** What an entity stands for: a whole tenant, or a tenant in one environment. */
export interface EntityTenant {
  tenant: string;
  /** Only of an entity that stands for a tenant environment. */
  environment?: string;
}

/**
 * Reads from its annotations which tenant an entity stands for; `undefined` for one that stands
 * for none. It only finds the way: what the caller may see is decided by the backend.
 */
export function tenantOfEntity(entity: Entity): EntityTenant | undefined {
  const tenant = entity.metadata.annotations?.[TENANT_ANNOTATION];
  const environment = entity.metadata.annotations?.[ENVIRONMENT_ANNOTATION];
  if (!tenant) {
    return undefined;
  }
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'domain':
      return { tenant };
    case 'system':
      return environment ? { tenant, environment } : undefined;
    default:
      return undefined;
  }
}

/** Whether the entity stands for a tenant or a tenant environment. */
export function isTenantEntity(entity: Entity): boolean {
  return tenantOfEntity(entity) !== undefined;
}
