import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { createAccessModels } from './accessModels';
import { toFacts } from './toFacts';

function catalogModel(entities: Entity[] = []) {
  const catalog = {
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        entities.find(({ metadata }) => ref.endsWith(`/${metadata.name}`)),
      ),
    }),
  } as Partial<CatalogService> as CatalogService;
  const models = createAccessModels({ auth: mockServices.auth(), catalog });
  return models.get('catalog-entity')!;
}

function condition(
  rule: string,
  params: PermissionCondition['params'],
): PermissionCondition {
  return { rule, resourceType: 'catalog-entity', params };
}

const owned = condition('IS_ENTITY_OWNER', { claims: ['Group:default/Acme'] });
const isGroup = condition('IS_ENTITY_KIND', { kinds: ['Group'] });
const named = condition('HAS_METADATA', { key: 'name', value: 'acme' });
const annotated = condition('HAS_ANNOTATION', { annotation: 'A' });
const annotatedSo = condition('HAS_ANNOTATION', {
  annotation: 'A',
  value: 'B',
});
const unknown: PermissionCriteria<PermissionCondition>[] = [
  condition('HAS_LABEL', { label: 'x' }),
  condition('HAS_METADATA', { key: 'title', value: 'x' }),
  condition('HAS_METADATA', { key: 'name' }),
  condition('toString', {}),
  { not: owned },
];

describe('toFacts', () => {
  it('turns rules that the facts answer into questions about facts', () => {
    const { rules } = catalogModel();
    expect(
      toFacts({ anyOf: [owned, { allOf: [isGroup, named] }] }, rules),
    ).toEqual({
      anyOf: [
        { anyFact: ['owner=group:default/acme'] },
        { allOf: [{ anyFact: ['kind=group'] }, { anyFact: ['name=acme'] }] },
      ],
    });
    expect(toFacts({ anyOf: [annotated, annotatedSo] }, rules)).toEqual({
      anyOf: [{ anyFact: ['annotated=a'] }, { anyFact: ['annotation a=b'] }],
    });
  });

  it.each(unknown)('does not answer %j, nor what contains it', criteria => {
    const { rules } = catalogModel();
    expect(toFacts(criteria, rules)).toBeUndefined();
    expect(toFacts({ anyOf: [owned, criteria] }, rules)).toBeUndefined();
    expect(toFacts({ allOf: [owned, criteria] }, rules)).toBeUndefined();
  });
});

describe('facts about entities', () => {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'payments', annotations: { owner: 'group:default/x' } },
    spec: { owner: 'globex' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/acme' },
      { type: 'partOf', targetRef: 'domain:default/globex' },
    ],
  };
  const at = (resourceRef?: string) => ({
    title: '',
    text: '',
    location: '/',
    owner: 'globex',
    ...(resourceRef && { authorization: { resourceRef } }),
  });

  it('come from the catalog, whatever the document says', async () => {
    const facts = await catalogModel([entity]).factsOf([
      at(),
      at('system:default/payments'),
      at('system:default/gone'),
    ]);
    expect(facts).toEqual([
      [],
      [
        'kind=system',
        'namespace=default',
        'name=payments',
        'owner=group:default/acme',
        'annotated=owner',
        'annotation owner=group:default/x',
      ],
      [],
    ]);
  });
});
