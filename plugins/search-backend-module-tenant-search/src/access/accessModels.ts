import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  parseEntityRef,
} from '@backstage/catalog-model';
import { PermissionCondition } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { readStrings } from './readStrings';
import { FactExpression } from './types';

type Params = NonNullable<PermissionCondition['params']>;

/** PostgreSQL indexes texts of 2,700 bytes at most. */
const maximumFactLength = 500;

/** What the index knows of one type of resources, and of the rules about it. */
export interface AccessModel {
  /** Facts about each document, in the order of the documents. */
  factsOf(documents: IndexableDocument[]): Promise<string[][]>;
  /** By name of the rule; undefined where the facts do not answer the rule. */
  rules: Record<string, (params: Params) => FactExpression | undefined>;
}

/** Models by resource type of the permission system. */
export type AccessModels = ReadonlyMap<string, AccessModel>;

/** The collator of tenants names the owners with the document, as the registry has them. */
const tenantModel: AccessModel = {
  factsOf: async documents =>
    documents.map(({ authorization }) =>
      readStrings(authorization && Reflect.get(authorization, 'owners')).map(
        ownedBy,
      ),
    ),
  rules: {
    IS_OWNER: ({ owners }) => ({ anyFact: readStrings(owners).map(ownedBy) }),
  },
};

/** The resource types that the index can filter by itself. All others are asked for one by one. */
export function createAccessModels(options: {
  auth: AuthService;
  catalog: CatalogService;
}): AccessModels {
  return new Map([
    ['tenant', tenantModel],
    ['catalog-entity', catalogModel(options)],
  ]);
}

/** Owners come from the relations in the catalog, not from what the document says. */
function catalogModel(options: {
  auth: AuthService;
  catalog: CatalogService;
}): AccessModel {
  const { auth, catalog } = options;
  return {
    async factsOf(documents) {
      const refs = documents.flatMap(refOf);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['kind', 'metadata', 'relations'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const entities = new Map(refs.map((ref, index) => [ref, items[index]]));
      return documents.map(document =>
        refOf(document).flatMap(ref => entityFacts(ref, entities.get(ref))),
      );
    },
    rules: {
      IS_ENTITY_OWNER: ({ claims }) => ({
        anyFact: readStrings(claims).map(ownedBy),
      }),
      IS_ENTITY_KIND: ({ kinds }) => ({
        anyFact: readStrings(kinds).map(kind => fact('kind', kind)),
      }),
      HAS_ANNOTATION: ({ annotation, value }) =>
        typeof annotation === 'string' &&
        (value === undefined || typeof value === 'string')
          ? { anyFact: [annotated(annotation, value)] }
          : undefined,
      HAS_METADATA: ({ key, value }) =>
        typeof value === 'string' && (key === 'name' || key === 'namespace')
          ? { anyFact: [fact(key, value)] }
          : undefined,
    },
  };
}

function refOf({ authorization }: IndexableDocument): string[] {
  return authorization?.resourceRef ? [authorization.resourceRef] : [];
}

function entityFacts(ref: string, entity: Entity | undefined): string[] {
  if (!entity) {
    return [];
  }
  const { kind, namespace, name } = parseEntityRef(ref);
  const { metadata, relations = [] } = entity;
  return [
    fact('kind', kind),
    fact('namespace', namespace),
    fact('name', name),
    ...relations
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => ownedBy(targetRef)),
    ...Object.entries(metadata.annotations ?? {}).flatMap(([key, value]) => [
      annotated(key),
      annotated(key, value),
    ]),
  ];
}

function annotated(annotation: string, value?: string): string {
  return value === undefined
    ? fact('annotated', annotation)
    : fact(`annotation ${annotation}`, value);
}

function ownedBy(owner: string): string {
  return fact('owner', owner);
}

/**
 * Neither case nor the end of a long value counts here; the plugin that owns the resource confirms
 * what the facts let through.
 */
function fact(key: string, value: string): string {
  return `${key}=${value}`
    .toLocaleLowerCase('en-US')
    .slice(0, maximumFactLength);
}
