import { compareHealth } from '@tenantry/plugin-tenants-common';
import {
  NamespaceObservation,
  NamespaceView,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { ObservedKind, observedKinds } from '../health';
import { judgeObjects } from './judgeObjects';
import { missingChecks } from './missingChecks';
import { namedPatterns, isNamed } from './namedObjects';
import { unavailableChecks } from './unavailableChecks';
import { workloadsIn } from './workloads';

/** A namespace with more to tell has the worst of it told. */
const maximumChecks = 300;

/**
 * What the objects of a namespace say about the tenant environment that it belongs to: a check
 * for each object, for each one that is missing, and for each kind that cannot be seen.
 */
export function observeNamespace(
  binding: TenantBinding,
  view: NamespaceView,
  now: Date,
): NamespaceObservation {
  const checks = observedKinds.flatMap(kind =>
    checksOf(kind, { binding, view, now }),
  );
  const missing = missingChecks(binding, view);
  return {
    checks: worstOfEach([...checks, ...missing]).slice(0, maximumChecks),
    workloads: workloadsIn(view, now),
  };
}

function checksOf(
  kind: ObservedKind,
  {
    binding,
    view,
    now,
  }: { binding: TenantBinding; view: NamespaceView; now: Date },
): ObservedCheck[] {
  const patterns = namedPatterns(binding, kind.kind);
  const { phase } = view.availability(kind);
  if (phase === 'Failing' || phase === 'Pending') {
    return unavailableChecks(kind, view, patterns);
  }
  return judgeObjects(kind, view, now).filter(
    check => !kind.onlyNamed || isNamed(check.object, binding),
  );
}

/** Worst first; kinds of the same name in several groups share the ids of their checks. */
function worstOfEach(checks: readonly ObservedCheck[]): ObservedCheck[] {
  const sorted = [...checks].sort(
    (left, right) =>
      compareHealth(right.health, left.health) ||
      left.id.localeCompare(right.id),
  );
  const byId = new Map<string, ObservedCheck>();
  for (const check of sorted) {
    byId.set(check.id, byId.get(check.id) ?? check);
  }
  return [...byId.values()];
}
