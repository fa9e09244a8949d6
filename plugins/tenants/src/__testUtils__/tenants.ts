import {
  rollUpHealth,
  type TenantEnvironmentStatus,
  type TenantStatus,
  type TenantSummary,
} from '@tenantry/plugin-tenants-common';
import { fakeEnvironment } from './environments';

/** A tenant in the health of the worst of its environments. */
export function fakeTenant(
  name: string,
  title: string,
  environments: TenantEnvironmentStatus[] = [
    'devnet',
    'testnet',
    'mainnet',
  ].map(environment => fakeEnvironment({ tenant: name, environment })),
): TenantStatus {
  const { health, reason, message } = rollUpHealth(environments);
  return {
    name,
    title,
    owner: `group:default/${name}`,
    contacts: [`operations@${name}.example.com`],
    health,
    reason,
    message,
    since: environments.find(status => status.health === health)?.since,
    environments,
  };
}

/** The same tenant as a row of the fleet. */
export function summaryOf(tenant: TenantStatus): TenantSummary {
  const { name, title, owner, health, reason, message } = tenant;
  return {
    name,
    title,
    owner,
    health,
    reason,
    message,
    environments: tenant.environments.map(status => ({
      environment: status.environment,
      cluster: status.cluster,
      namespace: status.namespace,
      health: status.health,
      sync: status.sync,
      reason: status.reason,
      message: status.message,
      observedAt: status.observedAt,
      versions: status.versions,
      templateVersion: '2.0.0',
      behind: [],
    })),
  };
}
