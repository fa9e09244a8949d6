import { TenantDescriptor } from '@tenantry/plugin-tenants-common';
import { Place, placesOf } from '../assembly';
import { EnvironmentKey } from '../collector';
import { RegistryView } from '../registry/RegistryView';
import { VersionsSummary } from '../status';
import {
  newestTemplates,
  summarizeVersions,
  TemplateVersions,
} from './versions';

/** What the registry says about a tenant, ready for many reads. */
export interface IndexedTenant {
  descriptor: TenantDescriptor;
  /** Entity ref of the owning group. */
  owner: string;
  places: IndexedPlace[];
  /** Everything that the tenant may be searched by, in lower case. */
  searchText: string;
  /** Whether a version of any of its environments is behind. */
  isBehind: boolean;
}

export interface IndexedPlace extends Place {
  key: EnvironmentKey;
  versions: VersionsSummary;
}

/** The tenants of the registry as it is now, by name. */
export function indexTenants(
  view: RegistryView,
  offered: TemplateVersions,
): ReadonlyMap<string, IndexedTenant> {
  const registry = view.registry();
  const newest = newestTemplates(registry, offered);
  const places = new Map<string, IndexedPlace[]>();
  for (const [key, place] of placesOf(view)) {
    const { tenant, environment } = place.binding;
    const network = registry.environments.get(environment)?.descriptor;
    const versions = summarizeVersions(place.descriptor, network, newest);
    places.set(tenant, [
      ...(places.get(tenant) ?? []),
      { ...place, key, versions },
    ]);
  }
  return new Map(
    [...registry.tenants].map(([name, { descriptor }]) => [
      name,
      indexedTenant(descriptor, places.get(name) ?? []),
    ]),
  );
}

function indexedTenant(
  descriptor: TenantDescriptor,
  places: IndexedPlace[],
): IndexedTenant {
  return {
    descriptor,
    owner: `group:default/${descriptor.spec.owner}`,
    places,
    searchText: searchTextOf(descriptor, places),
    isBehind: places.some(({ versions }) => versions.behind.length > 0),
  };
}

function searchTextOf(
  { metadata, spec }: TenantDescriptor,
  places: readonly Place[],
): string {
  return [
    metadata.name,
    spec.title,
    ...places.flatMap(({ descriptor }) => [
      descriptor.spec.namespace,
      ...descriptor.spec.hostnames.map(({ host }) => host),
      ...Object.values(descriptor.spec.immutable),
    ]),
  ]
    .join('\n')
    .toLowerCase();
}
