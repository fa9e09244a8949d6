import { allVerbs, ResourceDefinition } from '../../resources';
import { groupsOf, subresourceKind, subresourceVerbs } from './discovery';

/** The media type of {@link aggregatedDiscovery}. */
export const aggregatedDiscoveryType =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/**
 * All groups with all resources in one document.
 *
 * @param scope - the core group is given at `/api`, the others at `/apis`.
 */
export function aggregatedDiscovery(
  scope: 'core' | 'named',
  resources: readonly ResourceDefinition[],
): object {
  const groups = scope === 'core' ? [''] : [...groupsOf(resources).keys()];
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(group => describeGroup(group, resources)),
  };
}

function describeGroup(
  name: string,
  resources: readonly ResourceDefinition[],
): object {
  const ofGroup = resources.filter(({ group }) => group === name);
  const versions = [...new Set(ofGroup.map(({ version }) => version))];
  return {
    metadata: { ...(name && { name }), creationTimestamp: null },
    versions: versions.map(version => ({
      version,
      resources: ofGroup
        .filter(resource => resource.version === version)
        .map(describeResource),
      freshness: 'Current',
    })),
  };
}

function describeResource(definition: ResourceDefinition): object {
  const { group, version, kind, plural, singular, namespaced } = definition;
  const { shortNames, categories, verbs = allVerbs } = definition;
  return {
    resource: plural,
    responseKind: { group, version, kind },
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs,
    shortNames,
    categories,
    subresources: definition.subresources?.map(subresource => ({
      subresource,
      responseKind: subresourceKind(definition, subresource),
      verbs: subresourceVerbs[subresource],
    })),
  };
}
