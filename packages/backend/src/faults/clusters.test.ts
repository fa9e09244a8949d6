import { JsonObject } from '@backstage/types';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { usedHeap } from './__testUtils__/usedHeap';
import {
  checksOf,
  eventually,
  FaultWorld,
  Fleet,
  throughout,
  without,
} from './__testUtils__/FaultWorld';

jest.setTimeout(120_000);

/** The configuration with the token of one cluster in a file, as Kubernetes mounts and rotates it. */
function withTokenFile(config: JsonObject, name: string, path: string) {
  const method = (config.kubernetes as any).clusterLocatorMethods[0];
  const clusters = method.clusters.map((cluster: JsonObject) => {
    const { serviceAccountToken: _, ...rest } = cluster;
    return cluster.name === name
      ? { ...rest, serviceAccountTokenFile: path }
      : cluster;
  });
  return {
    ...config,
    kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
  };
}

describe('A cluster that', () => {
  let world: FaultWorld;
  let tokenFile: string;
  let before: Fleet | undefined;

  beforeAll(async () => {
    world = await FaultWorld.start();
    tokenFile = join(world.directory, 'token');
    await fs.writeFile(tokenFile, 'revoked');
    world.switchOn('unreachable-cluster', 'testnet');
    await world.openPortal(withTokenFile(world.config(), 'mainnet', tokenFile));
  });

  // What one test leaves behind must not be taken for a fault of the next.
  afterEach(async () => {
    if (before) {
      world.repair();
      await expectAllAsBefore();
    }
  });
  afterAll(() => world.stop());

  /** Everything on other clusters is as it was, at this look. */
  async function expectOthersAsBefore(...except: string[]) {
    const now = without(await world.fleet(), ...except);
    try {
      expect(now).toEqual(without(before!, ...except));
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${await world.unwell()}`);
    }
  }

  /** What Kubernetes says of Acme's environment is not known, and the API says so. */
  async function expectUnknown(environment: string, message: RegExp) {
    const status = await world.environment('acme-01', environment);
    expect(status.health).toBe('Unknown');
    const checks = checksOf(status, 'kubernetes');
    expect(checks).not.toEqual([]);
    for (const check of checks) {
      expect(check).toMatchObject({
        health: 'Unknown',
        reason: 'Disconnected',
      });
      expect(check.message).toMatch(message);
    }
    expect(await world.cluster(environment)).toMatchObject({
      connectivity: 'Disconnected',
      message: expect.stringMatching(message),
    });
    return { status, checks };
  }

  async function expectAllAsBefore() {
    await eventually(() => expectOthersAsBefore());
    expect(await world.cluster('devnet')).toMatchObject({
      connectivity: 'Connected',
    });
  }

  it('is unreachable from the start costs the others nothing, and is said to be', async () => {
    await eventually(async () => {
      const fleet = await world.fleet();
      expect(fleet.get('acme-01/devnet')).toBe('Healthy');
      expect(fleet.get('globex-02/devnet')).toBe('Degraded');
      await expectUnknown('testnet', /API server/);
    });
    const { checks } = await expectUnknown('testnet', /API server/);
    expect(checks.map(({ lastKnown }) => lastKnown)).toEqual([undefined]);
  });

  it('refuses the token takes up the next one from its file', async () => {
    await expectUnknown('mainnet', /refused the credentials/);
    await fs.writeFile(tokenFile, world.platform.access.clusterReaderToken);
    await eventually(async () =>
      expect((await world.environment('acme-01', 'mainnet')).health).toBe(
        'Healthy',
      ),
    );
  });

  it('comes late is taken up', async () => {
    world.switchOff('unreachable-cluster', 'testnet');
    before = await world.settled();
    expect(before?.get('acme-01/testnet')).toBe('Healthy');
  });

  describe.each([
    ['unreachable-cluster', /refuses connections|connection|cannot be asked/],
    ['expired-credentials', /refused the credentials/],
    ['hanging-api-server', /did not answer in time/],
    ['malformed-answers', /not JSON/],
  ] as const)('suffers from %s', (fault, message) => {
    it('is unknown with what was known and since when, and comes back as it is by then', async () => {
      const known = checksOf(
        await world.environment('acme-01', 'devnet'),
        'kubernetes',
      );
      const lostAt = new Date().toISOString();
      world.switchOn(fault, 'devnet');
      const { status, checks } = await eventually(async () => {
        await expectOthersAsBefore('devnet');
        return expectUnknown('devnet', message);
      });
      for (const { id, health } of known) {
        const check = checks.find(found => found.id === id);
        expect(check?.lastKnown?.health).toBe(health);
        expect(check!.since >= lostAt).toBe(true);
        expect(check!.lastKnown!.observedAt < check!.since).toBe(true);
      }
      expect(status.since! >= lostAt).toBe(true);
      // The GitOps engine is on another cluster, which answers.
      expect(status.sync).toBe('Synced');
      await throughout(1_500, async () => {
        await expectOthersAsBefore('devnet');
        await expectUnknown('devnet', message);
      });
      world.switchOff(fault, 'devnet');
      await expectAllAsBefore();
    });
  });

  it('is lost shows what happened meanwhile once it is back, and not before', async () => {
    world.switchOn('unreachable-cluster', 'devnet');
    await eventually(() => expectUnknown('devnet', /API server/));
    world.switchOn('unsynced-secret', 'sable-11/devnet');
    // The GitOps engine and the metrics may tell that something is wrong; the cluster cannot.
    await throughout(1_000, async () => {
      const status = await world.environment('sable-11', 'devnet');
      const checks = checksOf(status, 'kubernetes');
      expect(new Set(checks.map(({ health }) => health))).toEqual(
        new Set(['Unknown']),
      );
    });
    world.switchOff('unreachable-cluster', 'devnet');
    await eventually(async () => {
      const status = await world.environment('sable-11', 'devnet');
      expect(checksOf(status, 'kubernetes')).toContainEqual(
        expect.objectContaining({ health: 'Degraded' }),
      );
    });
    world.switchOff('unsynced-secret', 'sable-11/devnet');
    await expectAllAsBefore();
  });

  it.each([
    'dropped-watches',
    'expired-resource-version',
    'clock-skew',
  ] as const)('suffers from %s stays known, changes included', async fault => {
    world.switchOn(fault, 'devnet');
    // Watches are dropped every three seconds.
    await throughout(3_500, () => expectOthersAsBefore());
    world.switchOn('unsynced-secret', 'sable-11/devnet');
    await eventually(async () => {
      await expectOthersAsBefore('devnet');
      expect((await world.environment('sable-11', 'devnet')).health).toBe(
        'Degraded',
      );
    });
    world.switchOff('unsynced-secret', 'sable-11/devnet');
    await expectAllAsBefore();
    world.switchOff(fault, 'devnet');
    await expectAllAsBefore();
  });

  it.each([
    [
      'forbidden-kind',
      'Unknown',
      'Forbidden',
      /apiGroups: \["cert-manager.io"\]/,
    ],
    ['missing-kind', 'Missing', 'KindAbsent', /no kind Certificate/],
  ] as const)(
    'has a %s is not well in that alone, until it can be seen',
    async (fault, health, reason, message) => {
      const target = 'devnet/certificates.cert-manager.io';
      world.switchOn(fault, target);
      await eventually(async () => {
        await expectOthersAsBefore('devnet');
        const status = await world.environment('acme-01', 'devnet');
        const unwell = status.components
          .flatMap(({ checks }) => checks)
          .filter(check => check.health !== 'Healthy');
        expect(status.health).toBe(health);
        expect(unwell).toEqual([
          expect.objectContaining({
            health,
            reason,
            message: expect.stringMatching(message),
          }),
        ]);
      });
      expect((await world.cluster('devnet')).connectivity).toBe('Connected');
      world.switchOff(fault, target);
      await expectAllAsBefore();
    },
  );

  it('has an object of 5 MB is unknown in the namespace of that alone', async () => {
    world.switchOn('huge-object', 'sable-11/devnet');
    await eventually(async () => {
      const fleet = await world.fleet();
      expect(without(fleet)).toEqual({
        ...without(before!),
        'sable-11/devnet': 'Unknown',
      });
    });
    const status = await world.environment('sable-11', 'devnet');
    expect(checksOf(status, 'kubernetes')).toContainEqual(
      expect.objectContaining({
        reason: 'ObjectTooLarge',
        id: 'networkpolicy/huge-object',
      }),
    );
    world.switchOff('huge-object', 'sable-11/devnet');
    await expectAllAsBefore();
  });

  it('is the hub leaves the spokes known while it is lost', async () => {
    world.switchOn('unreachable-cluster', 'hub');
    await eventually(async () =>
      expect((await world.cluster('hub')).connectivity).toBe('Disconnected'),
    );
    const status = await eventually(async () => {
      const found = await world.environment('acme-01', 'devnet');
      expect(found).toMatchObject({ health: 'Unknown', sync: 'Unknown' });
      return found;
    });
    expect(checksOf(status, 'argocd')).toEqual([
      expect.objectContaining({
        health: 'Unknown',
        reason: 'Disconnected',
        lastKnown: expect.objectContaining({ health: 'Healthy' }),
      }),
    ]);
    const others = [
      ...checksOf(status, 'kubernetes'),
      ...checksOf(status, 'prometheus'),
    ];
    expect(new Set(others.map(({ health }) => health))).toEqual(
      new Set(['Healthy']),
    );
    // What is wrong on a spoke is not hidden by what is not known of the hub.
    world.switchOn('unsynced-secret', 'sable-11/devnet');
    await eventually(async () =>
      expect((await world.environment('sable-11', 'devnet')).health).toBe(
        'Degraded',
      ),
    );
    world.switchOff('unsynced-secret', 'sable-11/devnet');
    world.switchOff('unreachable-cluster', 'hub');
    await expectAllAsBefore();
  });

  it('comes and goes costs no memory', async () => {
    const heapBefore = usedHeap();
    for (let round = 0; round < 5; round += 1) {
      world.switchOn('unreachable-cluster', 'devnet');
      await eventually(() => expectUnknown('devnet', /API server/));
      world.switchOff('unreachable-cluster', 'devnet');
      await expectAllAsBefore();
    }
    // The projections of the cluster's 700 objects take some 700 kB.
    expect(usedHeap() - heapBefore).toBeLessThan(15 * 1024 * 1024);
  });
});
