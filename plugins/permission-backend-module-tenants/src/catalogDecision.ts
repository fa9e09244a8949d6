import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  AUDIENCE_ANNOTATION,
  CLIENT_AUDIENCE,
  DESCRIPTOR_ANNOTATION,
} from '@tenantry/plugin-tenants-common';
import type { Client } from './clientDecision';

type CatalogCriteria = PermissionCriteria<
  PermissionCondition<'catalog-entity'>
>;

const isOpenedTemplate: CatalogCriteria = {
  allOf: [
    catalogConditions.isEntityKind({ kinds: ['Template'] }),
    catalogConditions.hasAnnotation({
      annotation: AUDIENCE_ANNOTATION,
      value: CLIENT_AUDIENCE,
    }),
  ],
};

/**
 * Decides what of the catalog a client reads: what the registry says is its own, its groups, and the
 * templates that the operators opened. The catalog refuses the annotations that are looked at here
 * on entities of any other location; an entity that only names the client as its owner is not shown.
 */
export function catalogDecision(
  permission: Permission,
  { groups }: Pick<Client, 'groups'>,
): PolicyDecision | undefined {
  return isPermission(permission, catalogEntityReadPermission)
    ? createCatalogConditionalDecision(permission, {
        anyOf: [isOwn(groups), ...groups.map(isGroup), isOpenedTemplate],
      })
    : undefined;
}

function isOwn(groups: string[]): CatalogCriteria {
  return {
    allOf: [
      catalogConditions.isEntityOwner({ claims: groups }),
      catalogConditions.hasAnnotation({ annotation: DESCRIPTOR_ANNOTATION }),
    ],
  };
}

/** A group does not own itself: its members see it by its name. */
function isGroup(entityRef: string): CatalogCriteria {
  const { namespace, name } = parseEntityRef(entityRef);
  return {
    allOf: [
      catalogConditions.isEntityKind({ kinds: ['Group'] }),
      catalogConditions.hasMetadata({ key: 'namespace', value: namespace }),
      catalogConditions.hasMetadata({ key: 'name', value: name }),
    ],
  };
}
