import { ResourceDefinition } from './ResourceDefinition';

type Details = Partial<Omit<ResourceDefinition, 'group' | 'version' | 'kind'>>;

/**
 * Returns the function that writes the definitions of one group and version. Unless the details
 * say otherwise, a kind is namespaced, has a status, and its plural is the kind's with an "s".
 */
export function definitionsOf(
  group: string,
  version: string,
  common?: Details,
) {
  return (kind: string, details: Details = {}): ResourceDefinition => {
    const singular = details.singular ?? kind.toLowerCase();
    return {
      group,
      version,
      kind,
      singular,
      plural: `${singular}s`,
      namespaced: true,
      subresources: ['status'],
      ...common,
      ...details,
    };
  };
}
