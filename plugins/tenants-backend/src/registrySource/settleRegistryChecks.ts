import {
  Check,
  HealthPart,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { findComponent, TenantBinding } from '@tenantry/plugin-tenants-node';
import { CollectedCheck, findPreviousCheck } from '../status/collectChecks';
import { SourceState } from '../status/SourceState';
import { registrySourceId } from './createRegistrySource';
import { mainPart } from './inDependencyOrder';
import { judgeOnboarding } from './judgeOnboarding';
import { onboardingCheckId, onboardingClaimed } from './onboardingClaim';
import { versionBehind } from './versionChecks';
import { withHealth } from './withHealth';

export interface SettleOptions {
  binding: TenantBinding;
  sources: readonly SourceState[];
  previous?: TenantEnvironmentDetails;
  now: Date;
}

/** A version that is behind for longer is not being upgraded. */
const graceMs = 24 * 3_600_000;
/** What Kubernetes says of a rollout that takes longer than it was told to expect. */
const rolloutStuck = 'RolloutStuck';

/**
 * Decides what the registry alone cannot: whether a tenant environment is still being onboarded,
 * and whether a version has been behind for too long. What has never been up is not broken
 * because its rollout waits. Pure: the same input gives the same checks.
 */
export function settleRegistryChecks(
  entries: readonly CollectedCheck[],
  options: SettleOptions,
): CollectedCheck[] {
  const placed = entries.map(entry => place(entry, options.binding));
  const claim = placed.find(isClaim);
  const judged = claim && judge(placed, claim, options);
  const isNew = judged !== undefined && judged.health !== 'Healthy';
  return placed.flatMap(entry => {
    if (entry === claim) {
      return judged ? settled(entry, judged, options) : [];
    }
    return isNew ? patient(entry, options) : overdue(entry, options);
  });
}

/** What the registry says belongs to the main part, unless the descriptor says otherwise. */
function place(
  entry: CollectedCheck,
  { components }: TenantBinding,
): CollectedCheck {
  const { check, object, confirmed } = entry;
  const isOurs = check.source === registrySourceId && confirmed && !object;
  if (!isOurs || findComponent(components, { id: check.id })) {
    return entry;
  }
  return { ...entry, component: mainPart(components)?.name };
}

/** What the registry says now; what was stored is settled, and what is not known stays so. */
function isClaim({ check }: CollectedCheck): boolean {
  return check.id === onboardingCheckId && check.reason === onboardingClaimed;
}

function judge(
  entries: readonly CollectedCheck[],
  claim: CollectedCheck,
  { binding, sources, previous, now }: SettleOptions,
): HealthPart | undefined {
  const gitops =
    sources.find(({ observation }) => observation?.gitops)?.observation
      ?.gitops ?? previous?.gitops;
  return judgeOnboarding({
    binding,
    entries,
    claim: claim.check.message ?? '',
    firstDeployedAt: gitops?.history?.at(-1)?.deployedAt,
    before: beforeOf(claim, previous),
    now,
  });
}

function settled(
  entry: CollectedCheck,
  part: HealthPart,
  { previous, now }: SettleOptions,
): CollectedCheck {
  return withHealth(entry, part, { before: beforeOf(entry, previous), now });
}

function patient(
  entry: CollectedCheck,
  options: SettleOptions,
): CollectedCheck {
  const { check } = entry;
  return check.reason === rolloutStuck
    ? settled(
        entry,
        {
          health: 'Progressing',
          reason: 'OnboardingRollout',
          message: `Not up yet, as a part of the onboarding. ${
            check.message ?? ''
          }`.trim(),
        },
        options,
      )
    : overdue(entry, options);
}

function overdue(
  entry: CollectedCheck,
  options: SettleOptions,
): CollectedCheck {
  const { check } = entry;
  if (check.reason !== versionBehind || check.health !== 'Progressing') {
    return entry;
  }
  const before = beforeOf(entry, options.previous);
  const isOverdue =
    before?.health === 'Degraded' ||
    options.now.getTime() - Date.parse(check.since) > graceMs;
  const { reason, message } = check;
  return isOverdue
    ? settled(entry, { health: 'Degraded', reason, message }, options)
    : entry;
}

function beforeOf(
  { check }: CollectedCheck,
  previous: TenantEnvironmentDetails | undefined,
): Check | undefined {
  return findPreviousCheck(previous, check.source, check.id);
}
