import {
  Endpoint,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';

/** What a client connects to, as the registry says. */
export function assembleEndpoints(
  descriptor: TenantEnvironmentDescriptor,
): Endpoint[] {
  return descriptor.spec.hostnames.map(hostname => ({
    ...hostname,
    ...(hostname.protocol === 'HTTPS' && {
      url: new URL(`https://${hostname.host}:${hostname.port}`).href,
    }),
  }));
}
