import { mockServices } from '@backstage/backend-test-utils';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  FaultBoard,
  Platform,
  portalConfig,
  startPlatform,
} from '@tenantry/local-platform';
import {
  Check,
  ClusterStatus,
  TenantEnvironmentDetails,
  TenantsClient,
} from '@tenantry/plugin-tenants-common';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PortalUnderFaults } from './PortalUnderFaults';

export type Fault = Parameters<FaultBoard['switchOn']>[0];

/** Health by `<tenant>/<environment>`. */
export type Fleet = ReadonlyMap<string, string>;

/** Longest time that anything may take to show, in milliseconds. */
const patienceMs = 20_000;
const pollMs = 100;

/** Just onboarded, so that its health changes by itself. */
const newcomer = 'willow-12';

/** The local platform, and portals that look at it. */
export class FaultWorld {
  readonly platform: Platform;
  readonly directory: string;
  /** The faults that the sample begins with. */
  readonly #own: ReadonlySet<string>;
  #portal: PortalUnderFaults | undefined;

  private constructor(platform: Platform, directory: string) {
    this.platform = platform;
    this.directory = directory;
    this.#own = new Set(platform.faults.list().map(keyOf));
  }

  static async start(): Promise<FaultWorld> {
    const directory = await fs.mkdtemp(join(tmpdir(), 'faults-'));
    const platform = await startPlatform({
      dataDirectory: directory,
      port: 0,
      portalUrl: 'http://localhost:1',
      speed: 10,
      logger: mockServices.logger.mock(),
    });
    return new FaultWorld(platform, directory);
  }

  /**
   * Configuration of a portal for this platform, with metrics that are looked at each second. A
   * short timeout of theirs needs a machine with nothing else to do.
   */
  config(prometheus: JsonObject = {}): JsonObject {
    const config = portalConfig(this.platform.access);
    return {
      ...config,
      tenants: {
        ...(config.tenants as JsonObject),
        prometheus: {
          url: this.platform.access.metrics.url,
          interval: { seconds: 1 },
          ...prometheus,
        },
      },
    };
  }

  async openPortal(
    config: JsonObject = this.config(),
    ...features: BackendFeature[]
  ): Promise<void> {
    this.#portal = await PortalUnderFaults.start(config, ...features);
  }

  async closePortal(): Promise<void> {
    await this.#portal?.stop();
    this.#portal = undefined;
  }

  async stop(): Promise<void> {
    await this.closePortal();
    await this.platform.close();
    await fs.rm(this.directory, { recursive: true });
  }

  get tenants() {
    return this.#portal!.tenants;
  }

  switchOn(name: Fault['name'], target: string): void {
    this.platform.faults.switchOn({ name, target });
  }

  switchOff(name: Fault['name'], target: string): void {
    this.platform.faults.switchOff({ name, target });
  }

  /** Switches off every fault that the sample does not begin with. */
  repair(): void {
    this.platform.faults
      .list()
      .filter(fault => !this.#own.has(keyOf(fault)))
      .forEach(fault => this.platform.faults.switchOff(fault));
  }

  environment(
    tenant: string,
    environment: string,
  ): Promise<TenantEnvironmentDetails> {
    return this.tenants.getTenantEnvironment(tenant, environment);
  }

  async cluster(name: string): Promise<ClusterStatus> {
    const { items } = await this.tenants.listClusters();
    return items.find(cluster => cluster.name === name)!;
  }

  fleet(): Promise<Fleet> {
    return fleetOf(this.tenants);
  }

  /** What is not well now, for the message of a test that fails. */
  async unwell(): Promise<string> {
    const { items } = await this.tenants.listTenants({ limit: 100 });
    return items
      .flatMap(({ environments }) => environments)
      .filter(({ health }) => health !== 'Healthy')
      .map(place => JSON.stringify(place))
      .join('\n');
  }

  settled(): Promise<Fleet> {
    return settledFleetOf(this.tenants);
  }
}

/** Health of every tenant environment, but of those that change by themselves. */
export async function fleetOf(client: TenantsClient): Promise<Fleet> {
  const { items } = await client.listTenants({ limit: 100 });
  return new Map(
    items
      .filter(({ name }) => name !== newcomer)
      .flatMap(({ name, environments }) =>
        environments.map(({ environment, health }): [string, string] => [
          `${name}/${environment}`,
          health,
        ]),
      ),
  );
}

/** Waits until everything has been observed. */
export async function settledFleetOf(client: TenantsClient): Promise<Fleet> {
  return eventually(async () => {
    const fleet = await fleetOf(client);
    const unsettled = [...fleet].filter(
      ([, health]) => health === 'Unknown' || health === 'Progressing',
    );
    if (fleet.size === 0 || unsettled.length > 0) {
      throw new Error(`Not settled: ${unsettled.flat().join(' ')}`);
    }
    return fleet;
  });
}

function keyOf({ name, target }: Fault): string {
  return `${name} ${target}`;
}

/** Asks until the expectations hold, and fails with the last that did not. */
export async function eventually<T>(
  ask: () => Promise<T>,
  ms: number = patienceMs,
): Promise<T> {
  const giveUpAt = Date.now() + ms;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > giveUpAt) {
        throw error;
      }
      await sleep(pollMs);
    }
  }
}

/** Holds for as long as that, at every look. */
export async function throughout(
  ms: number,
  ask: () => Promise<void>,
): Promise<void> {
  const endsAt = Date.now() + ms;
  while (Date.now() < endsAt) {
    await ask();
    await sleep(pollMs);
  }
}

/** The part of a fleet that the environments are not of. */
export function without(fleet: Fleet, ...environments: string[]): object {
  return Object.fromEntries(
    [...fleet].filter(
      ([key]) => !environments.some(name => key.endsWith(`/${name}`)),
    ),
  );
}

export function checksOf(
  { components }: TenantEnvironmentDetails,
  source: string,
): Check[] {
  return components
    .flatMap(({ checks }) => checks)
    .filter(check => check.source === source);
}
