import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Registry, tenantBindings } from '@tenantry/plugin-tenants-node';
import { EntityOptions } from '../config';
import { clusterEntity, environmentEntity } from './platformEntities';
import { tenantEntity, tenantGroupEntity } from './tenantEntities';
import { tenantEnvironmentEntities } from './tenantEnvironmentEntities';

/**
 * Everything in the registry as catalog entities, each ref once.
 */
export function registryEntities(
  registry: Registry,
  options: EntityOptions,
): Entity[] {
  const tenants = [...registry.tenants.values()];
  const bindings = tenantBindings(registry);
  return uniqueByRef([
    ...[...registry.clusters.values()].map(cluster =>
      clusterEntity(cluster, options),
    ),
    ...[...registry.environments.values()].map(environment =>
      environmentEntity(environment, options),
    ),
    ...tenants.map(tenant => tenantEntity(tenant, options)),
    ...tenants.flatMap(tenant => tenantGroupEntity(tenant, options) ?? []),
    ...[...registry.tenantEnvironments].flatMap(([name, registered]) =>
      tenantEnvironmentEntities({
        registry,
        registered,
        binding: bindings.get(name)!,
        options,
      }),
    ),
  ]);
}

/** Tenants may share a group; whoever comes first describes it. */
function uniqueByRef(entities: Entity[]): Entity[] {
  const byRef = new Map<string, Entity>();
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    if (!byRef.has(ref)) {
      byRef.set(ref, entity);
    }
  }
  return [...byRef.values()];
}
