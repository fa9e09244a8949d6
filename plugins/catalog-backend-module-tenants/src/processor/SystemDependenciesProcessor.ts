import {
  Entity,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { descriptorOf } from '../entities';

/**
 * Relates the systems of the registry to their environment and cluster: the catalog's own
 * processors know `spec.dependsOn` for components and resources only.
 */
export class SystemDependenciesProcessor implements CatalogProcessor {
  readonly #registryUrl: string;

  constructor(options: { registryUrl: string }) {
    this.#registryUrl = options.registryUrl;
  }

  getProcessorName(): string {
    return 'TenantSystemDependenciesProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (entity.kind === 'System' && descriptorOf(entity, this.#registryUrl)) {
      const source = getCompoundEntityRef(entity);
      for (const ref of [entity.spec?.dependsOn ?? []].flat()) {
        const target = parseEntityRef(String(ref));
        emit(
          processingResult.relation({
            source,
            type: RELATION_DEPENDS_ON,
            target,
          }),
        );
        emit(
          processingResult.relation({
            source: target,
            type: RELATION_DEPENDENCY_OF,
            target: source,
          }),
        );
      }
    }
    return entity;
  }
}
