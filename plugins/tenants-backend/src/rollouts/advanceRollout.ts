import {
  Rollout,
  RolloutWave,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';

/** What is known from outside about the wave that is under way. */
export interface WaveFacts {
  now: Date;
  /** Of the wave's pull request; absent when it has none. */
  pullRequest?: {
    state: 'open' | 'merged' | 'closed';
    /** RFC 3339 in UTC. */
    mergedAt?: string;
  };
  /** Status of each tenant of the wave, as far as there is one. */
  statuses: ReadonlyMap<string, TenantEnvironmentStatus>;
  /** Tenants of the wave that are no longer in the environment: nobody waits for them. */
  removed: ReadonlySet<string>;
}

/**
 * Says how a rollout goes on: the same rollout with what has changed. Reads no clock and asks
 * nobody. What is unknown never moves a wave on.
 */
export function advanceRollout(rollout: Rollout, facts: WaveFacts): Rollout {
  const index = currentWave(rollout);
  if (rollout.state !== 'Running' || index === undefined) {
    return rollout;
  }
  const wave = rollout.waves[index];
  if (wave.state === 'Proposed') {
    return afterProposal(rollout, index, facts);
  }
  return wave.state === 'Merged' ? afterMerge(rollout, index, facts) : rollout;
}

/** Index of the wave that is under way; absent once all are done. */
export function currentWave({ waves }: Rollout): number | undefined {
  const index = waves.findIndex(({ state }) => state !== 'Healthy');
  return index < 0 ? undefined : index;
}

/** A rollout with one of its waves changed. */
export function withWave(
  rollout: Rollout,
  index: number,
  wave: RolloutWave,
  message?: string,
): Rollout {
  const { message: _replaced, ...rest } = rollout;
  const waves = rollout.waves.map((other, place) =>
    place === index ? wave : other,
  );
  return { ...rest, waves, ...(message && { message }) };
}

function afterProposal(
  rollout: Rollout,
  index: number,
  { pullRequest, now }: WaveFacts,
): Rollout {
  const wave = rollout.waves[index];
  const name = `Pull request ${wave.pullRequest?.number}`;
  switch (pullRequest?.state) {
    case 'merged':
      return withWave(rollout, index, {
        ...wave,
        state: 'Merged',
        mergedAt: pullRequest.mergedAt ?? now.toISOString(),
      });
    case 'closed':
      return {
        ...rollout,
        state: 'Halted',
        message: `${name} of wave ${
          index + 1
        } was closed without a merge. Resume to propose it again, or stop the rollout.`,
      };
    case 'open':
      return withWave(rollout, index, wave, `${name} waits for its merge.`);
    default:
      return rollout;
  }
}

function afterMerge(
  rollout: Rollout,
  index: number,
  { now, statuses, removed }: WaveFacts,
): Rollout {
  const { healthySince, ...wave } = rollout.waves[index];
  const unwell = wave.tenants
    .filter(tenant => !removed.has(tenant))
    .flatMap(
      tenant =>
        explainUnwell(tenant, statuses.get(tenant), wave.mergedAt) ?? [],
    );
  if (unwell.length > 0) {
    return withWave(rollout, index, wave, listed(unwell));
  }
  const since = healthySince ?? now.toISOString();
  const soakedAt = Date.parse(since) + rollout.soakMinutes * 60_000;
  if (now.getTime() < soakedAt) {
    const until = new Date(soakedAt).toISOString();
    return withWave(
      rollout,
      index,
      { ...wave, healthySince: since },
      `Wave ${index + 1} is healthy and is watched until ${until}.`,
    );
  }
  return finished(
    withWave(rollout, index, {
      ...wave,
      state: 'Healthy',
      healthySince: since,
    }),
  );
}

function finished(rollout: Rollout): Rollout {
  return currentWave(rollout) === undefined
    ? { ...rollout, state: 'Done' }
    : rollout;
}

/**
 * Health from before the change was applied says nothing about the change.
 *
 * @param mergedAt - absent when nothing had to be changed
 */
function explainUnwell(
  tenant: string,
  status: TenantEnvironmentStatus | undefined,
  mergedAt: string | undefined,
): string | undefined {
  if (!status) {
    return `${tenant} has no status yet`;
  }
  const { gitops, observedAt, health, reason } = status;
  if (isBefore(gitops?.lastSyncedAt, mergedAt)) {
    return `${tenant} is not synced since the merge`;
  }
  if (gitops?.sync !== 'Synced') {
    return `${tenant} is ${gitops?.sync ?? 'Unknown'} in the GitOps engine`;
  }
  if (mergedAt && isBefore(observedAt, gitops.lastSyncedAt)) {
    return `${tenant} has not been observed since the sync`;
  }
  return health === 'Healthy'
    ? undefined
    : `${tenant} is ${health}${reason ? ` (${reason})` : ''}`;
}

/** What never happened counts as before. */
function isBefore(at: string | undefined, limit: string | undefined): boolean {
  return limit !== undefined && (!at || Date.parse(at) < Date.parse(limit));
}

const maximumListed = 5;

function listed(unwell: string[]): string {
  const more = unwell.length - maximumListed;
  const shown = unwell.slice(0, maximumListed).join(', ');
  return `The next step waits: ${shown}${more > 0 ? ` and ${more} more` : ''}.`;
}
