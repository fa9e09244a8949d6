import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, parseEntityRef } from '@backstage/catalog-model';
import { PermissionCondition } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { readStrings } from './readStrings';
import { FactExpression } from './types';

type Params = NonNullable<PermissionCondition['params']>;

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
  return {
    async factsOf(documents) {
      const owners = await ownersOf(documents.flatMap(refOf), options);
      return documents.map(document => {
        const [ref] = refOf(document);
        const known = ref ? owners.get(ref) : undefined;
        return ref && known ? [...identityFacts(ref), ...known] : [];
      });
    },
    rules: {
      IS_ENTITY_OWNER: ({ claims }) => ({
        anyFact: readStrings(claims).map(ownedBy),
      }),
      IS_ENTITY_KIND: ({ kinds }) => ({
        anyFact: readStrings(kinds).map(kind => fact('kind', kind)),
      }),
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

async function ownersOf(
  entityRefs: string[],
  options: { auth: AuthService; catalog: CatalogService },
): Promise<Map<string, string[]>> {
  const { items } = await options.catalog.getEntitiesByRefs(
    { entityRefs, fields: ['kind', 'metadata', 'relations'] },
    { credentials: await options.auth.getOwnServiceCredentials() },
  );
  return new Map(
    items.flatMap((entity, index) => {
      const owners = (entity?.relations ?? []).filter(
        ({ type }) => type === RELATION_OWNED_BY,
      );
      return entity
        ? [[entityRefs[index], owners.map(each => ownedBy(each.targetRef))]]
        : [];
    }),
  );
}

function identityFacts(entityRef: string): string[] {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [fact('kind', kind), fact('namespace', namespace), fact('name', name)];
}

function ownedBy(owner: string): string {
  return fact('owner', owner);
}

/** Entity refs, kinds and names are compared without regard to case, as the catalog does. */
function fact(key: string, value: string): string {
  return `${key}=${value.toLocaleLowerCase('en-US')}`;
}
