import {
  Check,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import { SourceState } from './SourceState';
import { Unavailability, unavailabilityOf } from './unavailability';

/** A check before it has a component, or with one that was chosen for it. */
export interface CollectedCheck {
  check: Check;
  /** As in `ObservedCheck`. */
  object?: string;
  /** Component that the check was given, whatever the binding says. */
  component?: string;
  /** Whether its source sees the GitOps engine. */
  gitops: boolean;
  /** Whether a source has ever said so, now or before it became unknown. */
  confirmed: boolean;
}

export interface CollectOptions {
  state: SourceState;
  previous?: TenantEnvironmentDetails;
  now: Date;
  /** Confirmations before this moment are too old to rely on. */
  staleBefore: Date;
}

/**
 * The checks of one source as they are to be shown: what was reported, and `Unknown` where the
 * source can no longer be relied on.
 */
export function collectChecks(options: CollectOptions): CollectedCheck[] {
  const { state } = options;
  const checks =
    state.observation?.checks.map(check => observed(check, options)) ?? [];
  const unavailability = unavailabilityOf(options);
  if (checks.length > 0) {
    return unavailability
      ? checks.map(entry => ({
          ...entry,
          check: unknownBecause(unavailability, entry.check, options),
        }))
      : checks;
  }
  return state.observation && !unavailability
    ? []
    : [nothingFrom(state.disconnected && unavailability, options)];
}

/** What is known of a check of the same source and id from before. */
export function findPreviousCheck(
  previous: TenantEnvironmentDetails | undefined,
  source: string,
  id: string,
): Check | undefined {
  // Called once for each check: it must not allocate.
  for (const { checks } of previous?.components ?? []) {
    const found = checks.find(
      check => check.id === id && check.source === source,
    );
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** How long the health has been what it is, and what was known before it became unknown. */
export function withHistory(
  check: Omit<Check, 'since'>,
  before: Check | undefined,
  changedAt: string,
): Check {
  const since =
    before && before.health === check.health ? before.since : changedAt;
  if (check.health !== 'Unknown') {
    return { ...check, since };
  }
  const lastKnown = check.lastKnown ?? lastKnownOf(before);
  return { ...check, since, ...(lastKnown && { lastKnown }) };
}

function observed(
  { object, ...check }: ObservedCheck,
  { state, previous, now }: CollectOptions,
): CollectedCheck {
  const { source, observation } = state;
  const before = findPreviousCheck(previous, source, check.id);
  return {
    check: withHistory(
      { ...check, source, observedAt: state.confirmedAt },
      before,
      observation?.observedAt ?? now.toISOString(),
    ),
    object,
    gitops: observation?.gitops !== undefined,
    confirmed: true,
  };
}

function unknownBecause(
  { reason, message }: Unavailability,
  known: Check,
  { previous, now }: CollectOptions,
): Check {
  const { id, source, observedAt } = known;
  return withHistory(
    {
      id,
      source,
      observedAt,
      health: 'Unknown',
      reason,
      message,
      lastKnown: lastKnownOf(known),
    },
    findPreviousCheck(previous, source, id),
    now.toISOString(),
  );
}

/** A source that has never said anything stands in the way of being well, visibly. */
function nothingFrom(
  unavailability: Unavailability | undefined,
  { state, previous, now }: CollectOptions,
): CollectedCheck {
  const { source } = state;
  const id = placeholderId(source);
  const before = findPreviousCheck(previous, source, id);
  const at = before?.observedAt ?? now.toISOString();
  const check = {
    id,
    source,
    health: 'Unknown' as const,
    reason: unavailability?.reason ?? 'NotObserved',
    message:
      unavailability?.message ??
      `The source ${source} has not reported on this tenant environment yet.`,
    observedAt: at,
  };
  return {
    check: withHistory(check, before, at),
    gitops: false,
    confirmed: false,
  };
}

function lastKnownOf(check: Check | undefined): Check['lastKnown'] {
  if (!check || check.health !== 'Unknown') {
    return (
      check && {
        health: check.health,
        ...(check.reason && { reason: check.reason }),
        ...(check.message && { message: check.message }),
        observedAt: check.observedAt,
      }
    );
  }
  return check.lastKnown;
}

function placeholderId(source: string): string {
  return `source/${source}`;
}

/** Whether a check says no more than that its source has said nothing. */
export function isPlaceholder({ id, source }: Check): boolean {
  return id === placeholderId(source);
}
