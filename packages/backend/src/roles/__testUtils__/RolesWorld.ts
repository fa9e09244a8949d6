import { mockServices } from '@backstage/backend-test-utils';
import {
  Platform,
  portalConfig,
  PortalRoles,
  startPlatform,
} from '@tenantry/local-platform';
import { createKubernetesClient } from '@tenantry/plugin-tenants-node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../faults/__testUtils__/FaultWorld';
import { PortalUnderFaults } from '../../faults/__testUtils__/PortalUnderFaults';

/** What each check says, by tenant environment, source and id of the check. */
export type Said = ReadonlyMap<string, { said: string; message?: string }>;

/** Longest time that anything may take to show, in milliseconds. */
export const patienceMs = 60_000;

const fewestChecks = 200;

/** The local platform, and a portal on it whose account has the roles of the moment. */
export class RolesWorld {
  readonly #directory: string;
  #roles: PortalRoles;
  #platform: Platform | undefined;
  #portal: PortalUnderFaults | undefined;

  private constructor(directory: string, roles: PortalRoles) {
    this.#directory = directory;
    this.#roles = roles;
  }

  static async start(roles: PortalRoles): Promise<RolesWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'roles-'));
    const world = new RolesWorld(directory, roles);
    world.#platform = await startPlatform({
      dataDirectory: directory,
      port: 0,
      portalUrl: 'http://localhost:1',
      portalRoles: cluster => world.#roles(cluster),
      standing: true,
      logger: mockServices.logger.mock(),
    });
    await world.restartPortal();
    return world;
  }

  async restartPortal(): Promise<void> {
    await this.#portal?.stop();
    this.#portal = await PortalUnderFaults.start(
      portalConfig(this.platform.access),
    );
  }

  async stop(): Promise<void> {
    await this.#portal?.stop();
    await this.#platform?.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  get platform(): Platform {
    return this.#platform!;
  }

  get tenants() {
    return this.#portal!.tenants;
  }

  /** Gives the account other roles; the portal has to ask anew for what it watches. */
  give(roles: PortalRoles): void {
    this.#roles = roles;
    for (const { name: target } of this.platform.clusters) {
      const fault = { name: 'expired-resource-version', target } as const;
      this.platform.faults.switchOn(fault);
      this.platform.faults.switchOff(fault);
    }
  }

  /** What Kubernetes and Argo CD say of every environment of the tenants, of all by default. */
  async said(...names: string[]): Promise<Said> {
    const { items } = await this.tenants.listTenants({ limit: 100 });
    const statuses = await Promise.all(
      items
        .filter(({ name }) => names.length === 0 || names.includes(name))
        .flatMap(({ name, environments }) =>
          environments.map(({ environment }) =>
            this.tenants.getTenantEnvironment(name, environment),
          ),
        ),
    );
    return new Map(
      statuses.flatMap(({ tenant, environment, components }) =>
        components
          .flatMap(({ checks }) => checks)
          .filter(({ source }) => /^(kubernetes|argocd)$/.test(source))
          .map(({ source, id, health, reason, message }) => [
            `${tenant}/${environment} ${source} ${id}`,
            { said: `${health} ${reason}`, message },
          ]),
      ),
    );
  }

  /** The same, once nothing is left that is not known. */
  settled(): Promise<Said> {
    return eventually(async () => {
      const all = await this.said();
      const unknown = [...all.values()].filter(({ said }) =>
        said.startsWith('Unknown'),
      );
      if (all.size < fewestChecks || unknown.length > 0) {
        throw new Error(`${unknown.length} of ${all.size} are Unknown.`);
      }
      return all;
    }, patienceMs);
  }

  /** Asks an API server with the token of the portal. */
  async read(name: string, path: string): Promise<unknown> {
    const { access } = this.platform;
    const client = createKubernetesClient({
      name,
      url: access.clusters.find(cluster => cluster.name === name)!.url,
      token: access.clusterReaderToken,
      certificateAuthority: access.caCertificate,
      skipTlsVerify: false,
    });
    try {
      return await client.get(path, {}, AbortSignal.timeout(5_000));
    } finally {
      await client.close();
    }
  }
}
