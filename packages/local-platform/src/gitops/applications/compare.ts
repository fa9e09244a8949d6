import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { groupOf, resourceHealth, worstHealth } from '../health';
import { sameJson, threeWayMerge } from '../merge';
import { HealthStatus, IgnoredDifference, ResourceStatus } from './Application';
import { objectKey } from './tracking';

/** Where `kubectl apply` keeps what it applied last. */
export const lastAppliedAnnotation =
  'kubectl.kubernetes.io/last-applied-configuration';

/** One object of an Application, in Git, in the cluster, or in both. */
export interface ComparedObject {
  /** Absent for an object to be pruned. */
  desired?: KubernetesObject;
  live?: KubernetesObject;
  /** What applying would make of the live object. */
  merged?: KubernetesObject;
  status: 'Synced' | 'OutOfSync';
}

/** Compares what Git says with what runs. */
export function compareObjects(options: {
  desired: readonly KubernetesObject[];
  live: ReadonlyMap<string, KubernetesObject>;
  ignored: readonly IgnoredDifference[];
}): ComparedObject[] {
  const { desired, live, ignored } = options;
  const wanted = new Set(desired.map(objectKey));
  const extra = [...live.values()].filter(
    object => !wanted.has(objectKey(object)) && !isKept(object),
  );
  return [
    ...desired.map(object =>
      comparePair(object, live.get(objectKey(object)), ignored),
    ),
    ...extra.map(object => ({ live: object, status: 'OutOfSync' as const })),
  ];
}

/** `status.resources` of the Application. */
export function resourceStatus(compared: ComparedObject): ResourceStatus {
  const { desired, live, status } = compared;
  const object = (desired ?? live)!;
  const wave = syncWave(object);
  const health = live ? resourceHealth(live) : { status: 'Missing' as const };
  return {
    ...(groupOf(object) && { group: groupOf(object) }),
    version: object.apiVersion.split('/').at(-1)!,
    kind: object.kind,
    ...(object.metadata.namespace && { namespace: object.metadata.namespace }),
    name: object.metadata.name,
    status,
    ...(health && { health }),
    ...(!desired && { requiresPruning: true }),
    ...(wave !== 0 && { syncWave: wave }),
  };
}

/** Health of the Application: the worst of its objects; Missing when it has not one yet. */
export function applicationHealth(
  objects: readonly ComparedObject[],
): HealthStatus {
  if (objects.length > 0 && objects.every(({ live }) => !live)) {
    return 'Missing';
  }
  const healths = objects
    .filter(({ desired }) => desired)
    .map(({ live }) => (live ? resourceHealth(live)?.status : 'Missing'));
  return worstHealth(
    healths.filter((health): health is HealthStatus => !!health),
  );
}

/** The wave in which an object is applied, lowest first. */
export function syncWave({ metadata }: KubernetesObject): number {
  return (
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0) || 0
  );
}

function comparePair(
  desired: KubernetesObject,
  live: KubernetesObject | undefined,
  ignored: readonly IgnoredDifference[],
): ComparedObject {
  if (!live) {
    return { desired, status: 'OutOfSync' };
  }
  const pointers = ignored
    .filter(rule => appliesTo(rule, desired))
    .flatMap(rule => rule.jsonPointers ?? []);
  const strip = (object: JsonObject) =>
    pointers.reduce((rest, pointer) => without(rest, pointer), object);
  const merged = threeWayMerge(
    strip(lastApplied(live)),
    strip(asJson(desired)),
    asJson(live),
  );
  const status = sameJson(merged, asJson(live)) ? 'Synced' : 'OutOfSync';
  return {
    desired,
    live,
    merged: merged as unknown as KubernetesObject,
    status,
  };
}

const lastAppliedOf = new WeakMap<KubernetesObject, JsonObject>();

/** Parsed once for each object, because live objects are replaced and never modified. */
function lastApplied(live: KubernetesObject): JsonObject {
  const known = lastAppliedOf.get(live);
  const parsed =
    known ??
    JSON.parse(live.metadata.annotations?.[lastAppliedAnnotation] ?? '{}');
  lastAppliedOf.set(live, parsed);
  return parsed;
}

function appliesTo(
  { group = '', kind, name }: IgnoredDifference,
  object: KubernetesObject,
): boolean {
  return (
    kind === object.kind &&
    group === groupOf(object) &&
    (name === undefined || name === object.metadata.name)
  );
}

/** A copy without the field that a JSON pointer such as `/spec/replicas` names. */
function without(object: JsonObject, pointer: string): JsonObject {
  const [key, ...rest] = pointer.slice(1).split('/');
  const { [key]: value, ...others } = object;
  if (rest.length === 0 || value === null || typeof value !== 'object') {
    return rest.length === 0 ? others : object;
  }
  return {
    ...others,
    [key]: without(value as JsonObject, `/${rest.join('/')}`),
  };
}

function isKept({ metadata }: KubernetesObject): boolean {
  const annotations = metadata.annotations ?? {};
  const options = annotations['argocd.argoproj.io/sync-options'] ?? '';
  return (
    annotations['helm.sh/resource-policy'] === 'keep' ||
    options.split(',').includes('Prune=false')
  );
}

/** Objects come from YAML or from the store, so they are JSON through and through. */
function asJson(object: KubernetesObject): JsonObject {
  return object as unknown as JsonObject;
}
