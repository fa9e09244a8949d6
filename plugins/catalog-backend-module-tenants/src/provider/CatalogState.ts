import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DESCRIPTOR_ANNOTATION } from '@tenantry/plugin-tenants-common';
import { descriptorOf } from '../entities';

/**
 * An entity in the catalog and the descriptor that it was made of.
 */
export interface RegisteredEntity {
  entityRef: string;
  /** Relative to the repository's root. */
  file: string;
}

/**
 * What the catalog holds of the registry, whichever replica put it there and when.
 */
export interface CatalogState {
  list(): Promise<RegisteredEntity[]>;
  /** Loads entities in the form in which a provider emits them. */
  load(entityRefs: string[]): Promise<Entity[]>;
}

/** Asks the catalog itself. */
export function createCatalogState(options: {
  catalog: CatalogService;
  auth: AuthService;
  registryUrl: string;
}): CatalogState {
  const { catalog, auth, registryUrl } = options;
  const own = async () => ({
    credentials: await auth.getOwnServiceCredentials(),
  });
  return {
    async list() {
      const result: RegisteredEntity[] = [];
      const pages = catalog.streamEntities(
        {
          filter: {
            [`metadata.annotations.${DESCRIPTOR_ANNOTATION}`]:
              CATALOG_FILTER_EXISTS,
          },
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.annotations',
          ],
        },
        await own(),
      );
      for await (const page of pages) {
        for (const entity of page) {
          const file = descriptorOf(entity, registryUrl);
          if (file) {
            result.push({ entityRef: stringifyEntityRef(entity), file });
          }
        }
      }
      return result;
    },
    async load(entityRefs) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs },
        await own(),
      );
      return items.flatMap(entity => (entity ? unprocessed(entity) : []));
    },
  };
}

/** Takes off what the catalog adds to an entity. */
function unprocessed({ apiVersion, kind, metadata, spec }: Entity): Entity {
  const { uid: _uid, etag: _etag, ...rest } = metadata;
  return { apiVersion, kind, metadata: rest, spec };
}
