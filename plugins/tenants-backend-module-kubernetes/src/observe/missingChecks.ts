import {
  isExactPattern,
  NamespaceView,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { ObservedKind, observedKinds } from '../health';
import { absent, isAbsent } from './absentKindChecks';
import { namedPatterns, referenceTo } from './namedObjects';
import { isKnown } from './ObserveContext';

/**
 * A check for each object that a component names exactly and that is not there. Kinds of the same
 * name in several groups stand in for one another.
 */
export function missingChecks(
  binding: TenantBinding,
  view: NamespaceView,
): ObservedCheck[] {
  const names = new Set(observedKinds.map(({ kind }) => kind));
  return [...names].flatMap(kind =>
    namedPatterns(binding, kind)
      .filter(isExactPattern)
      .filter(name => isMissing(kind, name, view))
      .map(name => ({
        ...referenceTo(kind, name),
        ...(kindsCalled(kind).every(observed => isAbsent(observed, view))
          ? absent(kind, binding.cluster)
          : missing(kind, name, binding)),
      })),
  );
}

function isMissing(kind: string, name: string, view: NamespaceView): boolean {
  const kinds = kindsCalled(kind);
  return (
    kinds.every(observed => isKnown(observed, view)) &&
    !kinds.some(observed => isThere(observed, name, view))
  );
}

function kindsCalled(name: string): ObservedKind[] {
  return observedKinds.filter(({ kind }) => kind === name);
}

/** An object that is too large to be looked at is there all the same. */
function isThere(
  kind: ObservedKind,
  name: string,
  view: NamespaceView,
): boolean {
  const availability = view.availability(kind);
  return (
    view.objects(kind).has(name) ||
    (availability.phase === 'Failing' &&
      availability.only?.includes(name) === true)
  );
}

function missing(
  kind: string,
  name: string,
  { namespace, cluster }: TenantBinding,
): Omit<ObservedCheck, 'id'> {
  return {
    health: 'Missing',
    reason: 'NotFound',
    message: `${kind}/${name} is not in the namespace ${namespace} of ${cluster}. It has not been applied yet, or was deleted; look at the sync of the GitOps application.`,
    runbook: 'object-missing',
  };
}
