import { World, WorldPod, WorldTenantEnvironment } from '../../sample/World';

/** Long before every moment that tests look at. */
export const startedAt = '2026-08-01T00:00:00Z';

/** A tenant environment in which everything runs. */
export function healthyEnvironment(
  tenant: string,
  environment: string,
  overrides: Partial<WorldTenantEnvironment> = {},
): WorldTenantEnvironment {
  const namespace = `${tenant}-${environment}`;
  return {
    tenant,
    environment,
    cluster: environment,
    namespace,
    partyHint: `${tenant.replace('-', '_')}-validator-1`,
    spliceVersion: '0.7.4',
    suspended: false,
    pods: [
      pod('participant-7c9f', 'participant'),
      pod('validator-app-5d8b', 'validator'),
      pod('postgres-0', 'database'),
    ],
    databaseSizeBytes: 12e9,
    volumes: [
      { claim: 'pg-data-postgres-0', capacityBytes: 50e9, usedBytes: 13e9 },
    ],
    certificates: [{ name: 'gateway', expiresAt: '2026-12-01T00:00:00Z' }],
    ...overrides,
  };
}

export function pod(
  name: string,
  component: WorldPod['component'],
  overrides: Partial<WorldPod> = {},
): WorldPod {
  return { name, component, ready: true, restarts: 0, startedAt, ...overrides };
}

export function worldOf(...environments: WorldTenantEnvironment[]): World {
  return { tenantEnvironments: () => environments };
}
