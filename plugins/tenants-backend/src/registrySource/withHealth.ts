import { Check, HealthPart } from '@tenantry/plugin-tenants-common';
import { CollectedCheck } from '../status/collectChecks';

/** The same check with another health, which it has since then, or since before. */
export function withHealth(
  entry: CollectedCheck,
  { health, reason, message }: HealthPart,
  { before, now }: { before: Check | undefined; now: Date },
): CollectedCheck {
  const { id, source, observedAt, runbook } = entry.check;
  return {
    ...entry,
    check: {
      id,
      source,
      observedAt,
      health,
      ...(reason && { reason }),
      ...(message && { message }),
      ...(runbook && health !== 'Healthy' && { runbook }),
      since: before?.health === health ? before.since : now.toISOString(),
    },
  };
}
