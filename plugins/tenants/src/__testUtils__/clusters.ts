import type {
  ClusterStatus,
  RegistryStatus,
} from '@tenantry/plugin-tenants-common';
import { minutesAgo } from './time';

/** A cluster that answers, except for what is overridden. */
export function fakeCluster(
  overrides: Partial<ClusterStatus> = {},
): ClusterStatus {
  return {
    name: 'mainnet',
    role: 'environment',
    environments: ['mainnet'],
    connectivity: 'Connected',
    observedAt: minutesAgo(0),
    tenantEnvironments: 3,
    tenants: 3,
    sources: [],
    ...overrides,
  };
}

/** A registry that was read well, except for what is overridden. */
export function fakeRegistry(
  overrides: Partial<RegistryStatus> = {},
): RegistryStatus {
  return { readAt: minutesAgo(1), stale: false, findings: [], ...overrides };
}
