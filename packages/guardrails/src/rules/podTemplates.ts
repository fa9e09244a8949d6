import { Manifest } from '../inspection/Inspection';
import { asList, asRecord, isRecord, JsonRecord, pointer } from '../json';

/** Where the specification of a kind's pods is, and the metadata beside it. */
const templates: Record<string, string[]> = {
  '/Pod': [],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'batch/Job': ['spec', 'template'],
};

/** The pods that an object makes, or is. */
export interface PodTemplate {
  manifest: Manifest;
  annotations: JsonRecord;
  spec: JsonRecord;
  /** JSON pointer of the specification. */
  path: string;
}

export interface Container {
  object: JsonRecord;
  path: string;
}

/** The pods of an object; undefined when it makes none. */
export function podTemplate(manifest: Manifest): PodTemplate | undefined {
  const keys = templates[`${manifest.group}/${manifest.kind}`];
  if (!keys) {
    return undefined;
  }
  const template = keys.reduce<JsonRecord>(
    (object, key) => asRecord(object[key]),
    manifest.object,
  );
  return {
    manifest,
    annotations: asRecord(asRecord(template.metadata).annotations),
    spec: asRecord(template.spec),
    path: pointer(...keys, 'spec'),
  };
}

const containerFields = ['containers', 'initContainers', 'ephemeralContainers'];

/** All containers of a pod, those that start first among them. */
export function containersOf({ spec, path }: PodTemplate): Container[] {
  return containerFields.flatMap(field =>
    asList(spec[field])
      .filter(isRecord)
      .map((object, index) => ({ object, path: path + pointer(field, index) })),
  );
}
