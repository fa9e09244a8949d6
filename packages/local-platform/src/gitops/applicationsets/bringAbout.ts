import { JsonObject } from '@backstage/types';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { Application, applicationReference } from '../applications/Application';
import { referenceTo } from '../applications/tracking';
import { threeWayMerge } from '../merge';
import { ApplicationSet } from './ApplicationSet';

/** Creates, changes and deletes Applications of a set until there are these. */
export function bringAbout(
  hub: ObjectStore,
  set: ApplicationSet,
  applications: readonly Application[],
): void {
  const wanted = new Set(applications.map(({ metadata }) => metadata.name));
  ownedApplications(hub, set)
    .filter(({ metadata }) => !wanted.has(metadata.name))
    .forEach(application => hub.delete(referenceTo(application)));
  for (const application of applications) {
    const live = hub.get(applicationReference(application.metadata.name));
    if (!live) {
      hub.create(application);
    } else if (!live.metadata.deletionTimestamp) {
      hub.update(changed(live, application));
    }
  }
}

/** The live Application as the set wants it; annotations and labels of others stay. */
function changed(
  live: KubernetesObject,
  { metadata, spec }: Application,
): KubernetesObject {
  const merged = threeWayMerge({}, asJson(metadata), asJson(live.metadata));
  return { ...live, metadata: { ...live.metadata, ...merged }, spec };
}

function ownedApplications(
  hub: ObjectStore,
  set: ApplicationSet,
): KubernetesObject[] {
  const { name: _, ...all } = applicationReference('');
  return hub
    .view(all)
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid),
    );
}

/** Metadata comes from YAML or from the store, so it is JSON. */
function asJson(metadata: KubernetesObject['metadata']): JsonObject {
  return metadata as unknown as JsonObject;
}
