import { TenantEnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { httpsUrl } from './links';

type Hostname = TenantEnvironmentDescriptor['spec']['hostnames'][number];

/**
 * What the registry knows of an API, in a form that the API pages can show: where it is, not which
 * methods it has. Those are the running version's to say.
 *
 * @param hostname - Where the API can be reached, if it can from outside.
 */
export function apiDefinition(
  title: string,
  hostname: Hostname | undefined,
): { type: 'grpc' | 'openapi'; definition: string } {
  return hostname?.protocol === 'gRPC'
    ? { type: 'grpc', definition: grpcDefinition(title, hostname) }
    : { type: 'openapi', definition: openapiDefinition(title, hostname) };
}

function grpcDefinition(title: string, { host, port }: Hostname): string {
  return [
    `// ${title}`,
    `// gRPC over TLS at ${host}:${port}`,
    `// Services of the running version: grpcurl ${host}:${port} list`,
    'syntax = "proto3";',
    '',
  ].join('\n');
}

function openapiDefinition(title: string, hostname?: Hostname): string {
  const document = {
    openapi: '3.1.0',
    info: { title, version: 'v1' },
    ...(hostname && {
      servers: [{ url: httpsUrl(hostname.host, hostname.port) }],
    }),
    paths: {},
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
