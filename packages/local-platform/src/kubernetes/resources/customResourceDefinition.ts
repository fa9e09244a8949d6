import { KubernetesObject } from '../ObjectStore';
import { timestamp } from '../timestamp';
import { ResourceDefinition } from './ResourceDefinition';

/** The CustomResourceDefinition object that a cluster lists for a custom kind. */
export function customResourceDefinition(
  definition: ResourceDefinition,
  now: Date,
): KubernetesObject {
  const { group, kind, plural, singular, version, namespaced } = definition;
  const names = {
    kind,
    listKind: `${kind}List`,
    plural,
    singular,
    shortNames: definition.shortNames,
    categories: definition.categories,
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      conversion: { strategy: 'None' },
      versions: [servedVersion(definition)],
    },
    status: {
      acceptedNames: names,
      storedVersions: [version],
      conditions: [
        {
          type: 'NamesAccepted',
          status: 'True',
          reason: 'NoConflicts',
          message: 'no conflicts found',
          lastTransitionTime: timestamp(now),
        },
        {
          type: 'Established',
          status: 'True',
          reason: 'InitialNamesAccepted',
          message: 'the initial names have been accepted',
          lastTransitionTime: timestamp(now),
        },
      ],
    },
  };
}

function servedVersion({ version, subresources, columns }: ResourceDefinition) {
  return {
    name: version,
    served: true,
    storage: true,
    schema: {
      openAPIV3Schema: {
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
      },
    },
    subresources: {
      ...(subresources?.includes('status') && { status: {} }),
      ...(subresources?.includes('scale') && {
        scale: {
          specReplicasPath: '.spec.instances',
          statusReplicasPath: '.status.instances',
        },
      }),
    },
    additionalPrinterColumns: columns
      ?.filter(column => column.jsonPath)
      .map(({ name, type, priority, jsonPath }) => ({
        name,
        type,
        ...(priority && { priority }),
        jsonPath,
      })),
  };
}
