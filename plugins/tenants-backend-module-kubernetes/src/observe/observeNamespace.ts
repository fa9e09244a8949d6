import { compareHealth } from '@tenantry/plugin-tenants-common';
import {
  NamespaceObservation,
  ObservedCheck,
} from '@tenantry/plugin-tenants-node';
import { evidenceKinds, ObservedKind, observedKinds } from '../health';
import { absentKindChecks } from './absentKindChecks';
import { allowListChecks } from './allowListCheck';
import { backupChecks } from './backups';
import { factsIn } from './facts';
import { judgeObjects } from './judgeObjects';
import { missingChecks } from './missingChecks';
import { isNamed, namedPatterns } from './namedObjects';
import { isKnown, ObserveContext } from './ObserveContext';
import { unavailableChecks } from './unavailableChecks';
import { unruledChecks } from './unruledChecks';
import { workloadsIn } from './workloads';

/** A namespace with more to tell has the worst of it told. */
const maximumChecks = 300;

/**
 * What the objects of a namespace say about the tenant environment that it belongs to: a check
 * for each object, for each one that is missing, and for each kind that cannot be seen.
 */
export function observeNamespace(
  context: ObserveContext,
): NamespaceObservation {
  const { binding, view } = context;
  const checks = [
    ...observedKinds.flatMap(kind => checksOf(kind, context)),
    ...evidenceKinds.flatMap(kind => unavailableChecks(kind, view, [])),
    ...missingChecks(binding, view),
    ...absentKindChecks(binding, view),
    ...unruledChecks(binding),
    ...allowListChecks(context),
    ...backupChecks(context),
  ];
  return {
    checks: worstOfEach(checks).slice(0, maximumChecks),
    workloads: workloadsIn(context),
    facts: factsIn(context),
  };
}

function checksOf(
  kind: ObservedKind,
  context: ObserveContext,
): ObservedCheck[] {
  const { binding, view } = context;
  const unavailable = unavailableChecks(
    kind,
    view,
    namedPatterns(binding, kind.kind),
  );
  const judged = isKnown(kind, view) ? judgeObjects(kind, context) : [];
  return [...judged, ...unavailable].filter(
    ({ object }) => !kind.onlyNamed || isNamed(object, binding),
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
