import {
  allVerbs,
  apiVersionOf,
  ResourceDefinition,
  Subresource,
} from '../../resources';

/** The verbs of each subresource. */
export const subresourceVerbs: Record<Subresource, string[]> = {
  status: ['get', 'patch', 'update'],
  scale: ['get', 'patch', 'update'],
  log: ['get'],
};

type Resources = readonly ResourceDefinition[];

/** The named groups with their versions, in the order of the resources; the core group is none. */
export function groupsOf(resources: Resources): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { group, version } of resources) {
    const versions = groups.get(group) ?? [];
    if (group !== '' && !versions.includes(version)) {
      groups.set(group, [...versions, version]);
    }
  }
  return groups;
}

/** `/apis` */
export function groupList(resources: Resources): object {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [...groupsOf(resources).keys()].map(name =>
      groupFields(name, resources),
    ),
  };
}

/** `/apis/<group>`; undefined when there is no such group. */
export function apiGroup(
  name: string,
  resources: Resources,
): object | undefined {
  return groupsOf(resources).has(name)
    ? { kind: 'APIGroup', apiVersion: 'v1', ...groupFields(name, resources) }
    : undefined;
}

/** `/api/v1` or `/apis/<group>/<version>`; undefined when there is no such version. */
export function resourceList(
  apiVersion: string,
  resources: Resources,
): object | undefined {
  const ofVersion = resources.filter(it => apiVersionOf(it) === apiVersion);
  return ofVersion.length > 0
    ? {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: apiVersion,
        resources: ofVersion.flatMap(describe),
      }
    : undefined;
}

/** The kind that a subresource is read and written as, where it is not the kind itself. */
export function subresourceKind(
  { group, version, kind }: ResourceDefinition,
  subresource: Subresource,
): { group: string; version: string; kind: string } {
  return subresource === 'scale'
    ? { group: 'autoscaling', version: 'v1', kind: 'Scale' }
    : { group, version, kind };
}

function groupFields(name: string, resources: Resources): object {
  const versions = (groupsOf(resources).get(name) ?? []).map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function describe(definition: ResourceDefinition): object[] {
  const { plural, singular, namespaced, kind, subresources } = definition;
  const { shortNames, categories, verbs = allVerbs } = definition;
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs,
      shortNames,
      categories,
    },
    ...(subresources ?? []).map(subresource => ({
      name: `${plural}/${subresource}`,
      singularName: '',
      namespaced,
      ...(subresource === 'scale' && subresourceKind(definition, subresource)),
      kind: subresourceKind(definition, subresource).kind,
      verbs: subresourceVerbs[subresource],
    })),
  ];
}
