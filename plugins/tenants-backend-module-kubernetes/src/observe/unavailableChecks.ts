import {
  KindAvailability,
  KubernetesKind,
  NamespaceView,
  ObservedCheck,
} from '@tenantry/plugin-tenants-node';
import { unknown } from '../health';
import { referenceTo } from './namedObjects';

/**
 * Unknown checks for the objects of a kind that cannot be seen: the only ones of which that is
 * said, or those that were seen before and those that components name. Where there are none, one
 * stands for the whole kind, unless only named objects of it are told about.
 */
export function unavailableChecks(
  kind: KubernetesKind<unknown> & { onlyNamed?: boolean },
  view: NamespaceView,
  patterns: readonly string[],
): ObservedCheck[] {
  const availability = view.availability(kind);
  if (availability.phase === 'Observed' || availability.phase === 'Absent') {
    return [];
  }
  const { reason, message } = explain(kind, availability);
  return namesOf(kind, view, patterns).map(name => ({
    ...referenceTo(kind.kind, name),
    ...unknown(reason, message, 'kind-not-observed'),
  }));
}

function namesOf(
  kind: KubernetesKind<unknown> & { onlyNamed?: boolean },
  view: NamespaceView,
  patterns: readonly string[],
): readonly string[] {
  const availability = view.availability(kind);
  if (availability.phase === 'Failing' && availability.only) {
    return availability.only;
  }
  const names = new Set([...view.objects(kind).keys(), ...patterns]);
  return names.size === 0 && !kind.onlyNamed ? ['*'] : [...names];
}

function explain(
  { kind }: KubernetesKind<unknown>,
  availability: KindAvailability,
): { reason: string; message: string } {
  if (availability.phase !== 'Failing') {
    return {
      reason: 'NotObserved',
      message: `Objects of the kind ${kind} have not been listed yet. That takes some seconds after a start.`,
    };
  }
  const { reason, message, lastObservedAt, only } = availability;
  const what = only ? `This ${kind}` : `Objects of the kind ${kind}`;
  const since = lastObservedAt ? ` since ${lastObservedAt}` : '';
  return { reason, message: `${what} cannot be observed${since}. ${message}` };
}
