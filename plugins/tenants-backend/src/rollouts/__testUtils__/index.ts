import {
  Rollout,
  RolloutWave,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { assemble } from '../../status/__testUtils__';

export const author = { name: 'Operator', email: 'operator@example.com' };
export const mergedAt = '2026-01-01T12:00:00.000Z';

/** A moment, given by the minutes since the merge. */
export function minutesAfterMerge(minutes: number): Date {
  return new Date(Date.parse(mergedAt) + minutes * 60_000);
}

export function rollout(overrides: Partial<Rollout> = {}): Rollout {
  return {
    id: 'rollout-1',
    title: 'Upgrade Splice',
    templateRef: 'template:default/upgrade-splice',
    environment: 'devnet',
    values: { version: '0.7.5' },
    soakMinutes: 10,
    state: 'Running',
    createdBy: 'user:default/operator',
    createdAt: '2026-01-01T11:00:00.000Z',
    waves: [
      { tenants: ['acme-01', 'beta-02'], state: 'Waiting' },
      { tenants: ['gamma-03'], state: 'Waiting' },
    ],
    ...overrides,
  };
}

/** A rollout whose first wave is as given. */
export function rolloutWithFirst(wave: Partial<RolloutWave>): Rollout {
  const { waves, ...rest } = rollout();
  return { ...rest, waves: [{ ...waves[0], ...wave }, ...waves.slice(1)] };
}

/** A tenant that was synced and observed after the merge, and is well. */
export function wellAfterMerge(
  overrides: Partial<TenantEnvironmentStatus> = {},
): TenantEnvironmentStatus {
  return {
    ...assemble([]),
    health: 'Healthy',
    observedAt: minutesAfterMerge(2).toISOString(),
    gitops: {
      source: 'argocd',
      application: 'acme-01-devnet',
      sync: 'Synced',
      health: 'Healthy',
      lastSyncedAt: minutesAfterMerge(1).toISOString(),
      outOfSync: [],
      history: [],
      actions: [],
      observedAt: minutesAfterMerge(2).toISOString(),
    },
    ...overrides,
  };
}
