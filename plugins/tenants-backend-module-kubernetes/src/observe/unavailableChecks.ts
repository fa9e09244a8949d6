import { NamespaceView, ObservedCheck } from '@tenantry/plugin-tenants-node';
import { ObservedKind } from '../health';
import { referenceTo } from './namedObjects';

/**
 * Unknown checks for the objects of a kind that cannot be seen: those that were seen before, those
 * that components name, or one for the whole kind where there are none.
 */
export function unavailableChecks(
  kind: ObservedKind,
  view: NamespaceView,
  patterns: readonly string[],
): ObservedCheck[] {
  const known = [...view.objects(kind).keys()];
  const names = new Set([...known, ...patterns]);
  if (names.size === 0 && !kind.onlyNamed) {
    names.add('*');
  }
  const availability = view.availability(kind);
  const { reason, message } =
    availability.phase === 'Failing'
      ? availability
      : { reason: 'NotObserved', message: 'They have not been listed yet.' };
  return [...names].map(name => ({
    ...referenceTo(kind.kind, name),
    health: 'Unknown',
    reason,
    message: `Objects of the kind ${kind.kind} cannot be observed. ${message}`,
  }));
}
