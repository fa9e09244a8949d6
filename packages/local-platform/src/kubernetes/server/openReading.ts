import { readVerbs, ResourceDefinition } from '../resources';
import { AccessRole } from './accessControl';

const neverRead = ['configmaps', 'secrets'];

/** Lets read everything that there is, except Secrets and ConfigMaps. */
export function openReading(
  resources: readonly ResourceDefinition[],
): AccessRole {
  return {
    rules: resources
      .filter(({ group, plural }) => group || !neverRead.includes(plural))
      .map(({ group, plural, subresources = [] }) => ({
        apiGroups: [group],
        resources: [plural, ...subresources.map(name => `${plural}/${name}`)],
        verbs: readVerbs,
      })),
  };
}
