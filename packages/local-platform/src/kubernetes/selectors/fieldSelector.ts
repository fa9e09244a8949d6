import { InputError } from '@backstage/errors';
import { KubernetesObject } from '../ObjectStore';

const involvedObject = [
  'apiVersion',
  'fieldPath',
  'kind',
  'name',
  'namespace',
  'resourceVersion',
  'uid',
];

/** What can be selected besides the name and the namespace, by apiVersion and kind. */
const selectableFields: Record<string, string[]> = {
  'v1 Pod': [
    'spec.hostNetwork',
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.nominatedNodeName',
    'status.phase',
    'status.podIP',
  ],
  'v1 Event': [
    ...involvedObject.map(field => `involvedObject.${field}`),
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  'events.k8s.io/v1 Event': [
    ...involvedObject.map(field => `regarding.${field}`),
    'reason',
    'reportingController',
    'type',
  ],
  'v1 Namespace': ['status.phase'],
  'v1 Node': ['spec.unschedulable'],
  'v1 Secret': ['type'],
  'v1 Service': ['spec.clusterIP', 'spec.type'],
  'apps/v1 ReplicaSet': ['status.replicas'],
  'batch/v1 Job': ['status.successful'],
};

const requirementPattern = /^([A-Za-z.]+)\s*(==|=|!=)(.*)$/;

/**
 * Reads a field selector such as `metadata.name=participant,status.phase!=Running`.
 *
 * @returns a function that tells whether an object of the kind matches.
 * @throws InputError when it cannot be parsed, or the kind cannot be selected by the field.
 */
export function parseFieldSelector(
  selector: string,
  { apiVersion, kind }: { apiVersion: string; kind: string },
): (object: KubernetesObject) => boolean {
  const selectable = [
    'metadata.name',
    'metadata.namespace',
    ...(selectableFields[`${apiVersion} ${kind}`] ?? []),
  ];
  const requirements = selector
    .split(',')
    .filter(part => part.trim() !== '')
    .map(part => parseRequirement(part.trim(), selectable));
  return object => requirements.every(matches => matches(object));
}

function parseRequirement(text: string, selectable: string[]) {
  const [, field, operator, wanted] = requirementPattern.exec(text) ?? [];
  if (field === undefined) {
    throw new InputError(
      `invalid selector: "${text}"; can't understand "${text}"`,
    );
  }
  if (!selectable.includes(field)) {
    throw new InputError(
      `field label not supported: ${field}; supported are ${selectable.join(
        ', ',
      )}`,
    );
  }
  const path = field.split('.');
  return (object: KubernetesObject) =>
    (readField(object, path) === wanted) === (operator !== '!=');
}

/** A field that is absent counts as empty, as it does in a cluster. */
function readField(object: KubernetesObject, path: string[]): string {
  const found = path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    object,
  );
  return found === undefined || found === null ? '' : String(found);
}
