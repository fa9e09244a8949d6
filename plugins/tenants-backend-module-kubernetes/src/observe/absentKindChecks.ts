import {
  isExactPattern,
  KubernetesKind,
  NamespaceView,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { watchedKinds } from '../health';
import { NamedObject, referenceTo, splitObject } from './namedObjects';

/**
 * A check for each pattern of a component whose kinds the cluster has none of. A pattern stands
 * for whatever there is, so one kind that is not installed says nothing beside others that are;
 * without any, the component cannot be there at all. Objects with exact names are missing by
 * themselves.
 */
export function absentKindChecks(
  { components, cluster }: TenantBinding,
  view: NamespaceView,
): ObservedCheck[] {
  return components
    .map(({ objects = [] }) => objects.map(splitObject).filter(isWatched))
    .filter(objects => hasNoKind(objects, view))
    .flatMap(objects => objects.filter(([, name]) => !isExactPattern(name)))
    .map(([kind, pattern]) => ({
      ...referenceTo(kind, pattern),
      ...absent(kind, cluster),
    }));
}

function hasNoKind(
  objects: readonly NamedObject[],
  view: NamespaceView,
): boolean {
  const kinds = objects.flatMap(([kind]) => kindsCalled(kind));
  return kinds.length > 0 && kinds.every(kind => isAbsent(kind, view));
}

function isWatched([kind]: NamedObject): boolean {
  return kindsCalled(kind).length > 0;
}

function kindsCalled(name: string): KubernetesKind<unknown>[] {
  return watchedKinds.filter(({ kind }) => kind === name);
}

/** Whether the cluster does not have a kind. */
export function isAbsent(
  kind: KubernetesKind<unknown>,
  view: NamespaceView,
): boolean {
  return view.availability(kind).phase === 'Absent';
}

/** What is said of an object whose kind the cluster does not have. */
export function absent(kind: string, cluster: string) {
  return {
    health: 'Missing' as const,
    reason: 'KindAbsent',
    message: `The cluster ${cluster} has no kind ${kind}. Install what brings its CustomResourceDefinition, or take it out of the component in tenant.yaml.`,
    runbook: 'object-missing',
  };
}
