import {
  TenantDescriptor,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registered } from '@tenantry/plugin-tenants-node';
import { Inspection } from '../inspection/Inspection';

export type RegisteredEnvironment = Registered<TenantEnvironmentDescriptor>;

/** The environments of the tenants that are judged. */
export function judgedEnvironments({
  after,
  tenants,
}: Inspection): RegisteredEnvironment[] {
  return [...after.tenantEnvironments.values()].filter(({ descriptor }) =>
    tenants.has(descriptor.spec.tenant),
  );
}

/** The tenants that are judged. */
export function judgedTenants({
  after,
  tenants,
}: Inspection): Registered<TenantDescriptor>[] {
  return [...after.tenants.values()].filter(({ descriptor }) =>
    tenants.has(descriptor.metadata.name),
  );
}
