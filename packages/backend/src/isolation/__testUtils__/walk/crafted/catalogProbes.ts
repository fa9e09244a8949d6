import { ClientNames } from '../Client';
import { Probe } from '../Probe';
import { get, post } from './probes';

const everyEntity = '/entities/by-query';
const facets = [
  'kind',
  'metadata.name',
  'metadata.title',
  'metadata.uid',
  'spec.owner',
  'relations.ownedBy',
  'relations.partOf',
  'metadata.annotations.backstage.io/source-location',
];

/** Filters, cursors, facets, graph and ancestry of the catalog. */
export function catalogProbes(names: ClientNames): Probe[] {
  const { tenant, namespace, group, entityUid } = names;
  const refs = [
    `domain:default/${tenant}`,
    `system:default/${namespace}`,
    `group:default/${group}`,
  ];
  const filters = [
    `metadata.name=${tenant}`,
    `metadata.uid=${entityUid}`,
    `spec.owner=${group}`,
    `relations.ownedBy=group:default/${group}`,
    `relations.partOf=${refs[0]}`,
    // Conditions of several filters are alternatives.
    `kind=domain&filter=metadata.name=${tenant}`,
  ];
  return [
    ...filters.flatMap(filter => [
      get('catalog', '/entities', `/entities?filter=${filter}`),
      get('catalog', everyEntity, `${everyEntity}?filter=${filter}`),
      get(
        'catalog',
        '/entity-facets',
        `/entity-facets?facet=kind&filter=${filter}`,
      ),
    ]),
    ...facets.map(facet =>
      get('catalog', '/entity-facets', `/entity-facets?facet=${facet}`),
    ),
    get('catalog', everyEntity, `${everyEntity}?fullTextFilterTerm=${tenant}`),
    get('catalog', everyEntity, `${everyEntity}?cursor=${cursorFor(tenant)}`),
    get('catalog', '/entities', `/entities?after=${cursorFor(tenant)}`),
    post('catalog', everyEntity, { query: { 'metadata.name': tenant } }),
    post('catalog', '/entity-facets', {
      facets: ['kind'],
      query: { 'metadata.name': tenant },
    }),
    post('catalog', '/entities/by-refs', { entityRefs: refs }),
    ...refs.flatMap(ref => graphOf(ref)),
  ];
}

/** What the page of an entity and the graph ask for. */
function graphOf(ref: string): Probe[] {
  const [kind, name] = ref.split(':default/');
  const route = '/entities/by-name/:kind/:namespace/:name';
  const path = `/entities/by-name/${kind}/default/${name}`;
  const upperCase = name.toLocaleUpperCase('en-US');
  return [
    get('catalog', route, path),
    get('catalog', `${route}/ancestry`, `${path}/ancestry`),
    get('catalog', route, path.replace(name, upperCase), { says: [upperCase] }),
    get('catalog', route, `/entities/by-name/${kind}/default/x%2F..%2F${name}`),
    post('catalog', '/refresh', { entityRef: ref }),
  ];
}

/** A cursor as the catalog would give it to somebody who may see the client. */
function cursorFor(tenant: string): string {
  const cursor = {
    orderFields: [],
    orderFieldValues: [],
    isPrevious: false,
    filter: { key: 'metadata.name', values: [tenant] },
    query: { 'metadata.name': tenant },
    totalItems: 99,
  };
  return Buffer.from(JSON.stringify(cursor)).toString('base64');
}
