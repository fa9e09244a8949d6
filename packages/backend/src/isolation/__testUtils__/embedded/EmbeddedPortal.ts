import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  Platform,
  portalConfig,
  startPlatform,
} from '@tenantry/local-platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  freePlace,
  PortalPlace,
  PortalProcess,
  repositoryRoot,
} from '../../../__testUtils__/PortalProcess';
import { PortalApi } from '../walk/PortalApi';
import { controlPath } from './controlPath';
import { copyTemplates } from './copyTemplates';
import { Route } from './mountedRoutes';
import { PortalKeys } from './PortalKeys';
import { signIn } from './signIn';

/** Of a service that may do everything; only for a portal on loopback that shows the sample. */
export const serviceToken = 'isolation-service-isolation-service';
/** Of a service that may ask one plugin, which shows no tenants. */
export const restrictedToken = 'isolation-events-isolation-events';

const schedule = {
  frequency: { seconds: 3 },
  timeout: { minutes: 1 },
  scope: 'local',
};

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

/** The whole portal in a process of its own, on a local platform, with keys that the test has. */
export class EmbeddedPortal {
  readonly keys: PortalKeys;
  readonly #process: PortalProcess;
  readonly #platform: Platform;
  readonly #directory: string;

  private constructor(parts: {
    keys: PortalKeys;
    process: PortalProcess;
    platform: Platform;
    directory: string;
  }) {
    this.keys = parts.keys;
    this.#process = parts.process;
    this.#platform = parts.platform;
    this.#directory = parts.directory;
  }

  /** @param options.removableChecks - Whether checks can be removed, and a plugin leaks. */
  static async start({
    removableChecks = false,
  } = {}): Promise<EmbeddedPortal> {
    const directory = await mkdtemp(join(tmpdir(), 'isolation-'));
    const place = await freePlace();
    const platform = await startPlatform({
      dataDirectory: join(directory, 'platform'),
      port: 0,
      portalUrl: place.url,
      logger: mockServices.rootLogger(),
    });
    const keys = new PortalKeys();
    const process = await PortalProcess.spawn({
      place,
      main: require.resolve('./main.ts'),
      directory,
      configFiles: [join(repositoryRoot, 'app-config.yaml')],
      config: {
        ...portalConfig(platform.access),
        ...(await ownConfig({ directory, keys, platform })),
      },
      env: environmentOf(directory, place, removableChecks),
    });
    const portal = new EmbeddedPortal({ keys, process, platform, directory });
    try {
      await process.ready();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  get url(): string {
    return this.#process.url;
  }

  /** @throws Error with what the portal wrote when that is not so in time. */
  until(isReached: () => Promise<boolean>): Promise<void> {
    return this.#process.until(isReached);
  }

  /** The token of a user of the platform, who signs in for it. */
  signIn(username: string): Promise<string> {
    return signIn(this.url, username);
  }

  mountedRoutes(): Promise<Route[]> {
    return new PortalApi(this.url, serviceToken).read(`${controlPath}/routes`);
  }

  /** From now on only this check is missing; none is without a name. */
  async removeCheck(name: string = ''): Promise<void> {
    const path = `${controlPath}/removed-check/${encodeURIComponent(name)}`;
    await fetch(this.url + path, { method: 'PUT' });
  }

  async stop(): Promise<void> {
    await this.#process.kill();
    await this.#platform.close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

async function ownConfig(world: {
  directory: string;
  keys: PortalKeys;
  platform: Platform;
}): Promise<JsonObject> {
  const { directory, keys, platform } = world;
  const { auth, tenants } = portalConfig(platform.access) as {
    auth: JsonObject;
    tenants: JsonObject;
  };
  const templates = await copyTemplates(join(directory, 'templates'));
  const limits = ['metrics', 'preview', 'requests', 'rollouts', 'pages'];
  return {
    auth: { ...auth, keyStore: await keys.write(directory) },
    backend: {
      auth: { externalAccess: services },
    },
    tenants: {
      ...tenants,
      // The walk asks more often than anybody.
      rateLimits: Object.fromEntries(
        [...limits, 'search', 'tasks'].map(name => [name, { limit: 100_000 }]),
      ),
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: join(repositoryRoot, 'catalog/operators.yaml'),
          rules: [{ allow: ['Group'] }],
        },
        {
          type: 'file',
          target: `${templates}/*/template.yaml`,
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
    search: {
      collators: { catalog: { schedule }, tenants: { schedule } },
    },
  };
}

function environmentOf(
  directory: string,
  { url, port }: PortalPlace,
  removableChecks: boolean,
) {
  return {
    LOG_LEVEL: 'warn',
    TENANTRY_PORTAL_URL: url,
    TENANTRY_PORTAL_PORT: String(port),
    TENANTRY_DATABASE_DIRECTORY: join(directory, 'database'),
    TENANTRY_LOCAL_TOKEN: serviceToken,
    TENANTRY_SESSION_SECRET: serviceToken,
    TENANTRY_REMOVABLE_CHECKS: String(removableChecks),
  };
}
