import { mockServices } from '@backstage/backend-test-utils';
import { Platform, startPlatform } from '@tenantry/local-platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyTemplates } from '../../../__testUtils__/copyTemplates';
import { freePlace, PortalProcess } from '../../../__testUtils__/PortalProcess';
import { spawnPortal } from '../../../__testUtils__/spawnPortal';
import { PortalApi } from '../walk/PortalApi';
import { controlPath } from './controlPath';
import { Route } from './mountedRoutes';
import { PortalKeys } from './PortalKeys';
import { portalSetup, serviceToken } from './portalSetup';
import { signIn } from './signIn';

const timeoutMs = 30_000;

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
    const config = portalSetup(platform.access, {
      keyStore: await keys.write(directory),
      templates: await copyTemplates(join(directory, 'templates')),
    });
    const process = await spawnPortal({
      directory,
      token: serviceToken,
      sessionSecret: serviceToken,
      place,
      main: require.resolve('./main.ts'),
      config: () => config,
      env: {
        LOG_LEVEL: 'warn',
        TENANTRY_REMOVABLE_CHECKS: String(removableChecks),
      },
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
    const signal = AbortSignal.timeout(timeoutMs);
    await fetch(this.url + path, { method: 'PUT', signal });
  }

  async stop(): Promise<void> {
    await this.#process.kill();
    await this.#platform.close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
