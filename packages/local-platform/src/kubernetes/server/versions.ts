import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../ObjectStore';
import { apiVersionOf, ResourceDefinition } from '../resources';

/** Renamed fields of events: in the core group, and in events.k8s.io. */
const eventFields: readonly [core: string, newer: string][] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['reportingComponent', 'reportingController'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
];

const servedNames = new Map(eventFields);
const storedNames = new Map(eventFields.map(([core, newer]) => [newer, core]));

/** The apiVersion in which the objects of a definition are kept. */
export function storedVersionOf(definition: ResourceDefinition): string {
  return apiVersionOf(definition.sameAs ?? definition);
}

/** A stored object in the version of a definition. */
export function toServed(
  object: KubernetesObject,
  definition: ResourceDefinition,
): KubernetesObject {
  return definition.sameAs
    ? renamed(object, servedNames, apiVersionOf(definition))
    : object;
}

/** An object in the version of a definition, as it is kept. */
export function toStored(
  object: KubernetesObject,
  definition: ResourceDefinition,
): KubernetesObject {
  return definition.sameAs
    ? renamed(object, storedNames, storedVersionOf(definition))
    : object;
}

function renamed(
  object: KubernetesObject,
  names: ReadonlyMap<string, string>,
  apiVersion: string,
): KubernetesObject {
  const fields = Object.entries(object as JsonObject).map(([name, value]) => [
    names.get(name) ?? name,
    value,
  ]);
  return { ...Object.fromEntries(fields), apiVersion };
}
