import { JsonObject } from '@backstage/types';
import { PlatformAccess, portalConfig } from '@tenantry/local-platform';
import { join } from 'node:path';
import { repositoryRoot } from '../../../__testUtils__/PortalProcess';

/** Of a service that may do everything; only for a portal on loopback that shows the sample. */
export const serviceToken = 'isolation-service-isolation-service';
/** Of a service that may ask one plugin, which shows no tenants. */
export const restrictedToken = 'isolation-events-isolation-events';

const services = [
  {
    type: 'static',
    options: { token: serviceToken, subject: 'isolation-everything' },
  },
  {
    type: 'static',
    options: { token: restrictedToken, subject: 'isolation-events' },
    accessRestrictions: [{ plugin: 'events' }],
  },
];

const schedule = {
  frequency: { seconds: 3 },
  timeout: { minutes: 1 },
  scope: 'local',
};

/** The walk asks more often than anybody. */
const rateLimits = Object.fromEntries(
  [
    'metrics',
    'pages',
    'preview',
    'requests',
    'rollouts',
    'search',
    'tasks',
  ].map(name => [name, { limit: 100_000 }]),
);

/**
 * What comes on top of `app-config.yaml`.
 *
 * @param options.keyStore - Where the auth backend has its keys.
 * @param options.templates - Directory of the templates.
 */
export function portalSetup(
  access: PlatformAccess,
  { keyStore, templates }: { keyStore: JsonObject; templates: string },
): JsonObject {
  const config = portalConfig(access) as Record<string, JsonObject>;
  return {
    ...config,
    auth: { ...config.auth, keyStore },
    backend: { auth: { externalAccess: services } },
    tenants: { ...config.tenants, rateLimits },
    catalog: {
      locations: [
        location(join(repositoryRoot, 'catalog/operators.yaml'), 'Group'),
        location(join(templates, '*/template.yaml'), 'Template'),
      ],
    },
    search: { collators: { catalog: { schedule }, tenants: { schedule } } },
  };
}

function location(target: string, kind: string): JsonObject {
  return { type: 'file', target, rules: [{ allow: [kind] }] };
}
