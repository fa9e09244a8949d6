import {
  checksOf,
  eventually,
  FaultWorld,
  Fleet,
} from './__testUtils__/FaultWorld';

jest.setTimeout(120_000);

const timeoutSeconds = 3;

describe('A metrics server that', () => {
  let world: FaultWorld;
  let before: Fleet;

  beforeAll(async () => {
    world = await FaultWorld.start();
    await world.openPortal(
      world.config({ timeout: { seconds: timeoutSeconds } }),
    );
    before = await world.settled();
  });

  async function expectAsBefore() {
    expect(await world.fleet()).toEqual(before);
  }

  // What one test leaves behind must not be taken for a fault of the next.
  afterEach(async () => {
    world.repair();
    await eventually(expectAsBefore);
  });
  afterAll(() => world.stop());

  /** The other sources say what they said before. */
  async function expectOtherSourcesWell() {
    const status = await world.environment('acme-01', 'devnet');
    for (const source of ['kubernetes', 'argocd']) {
      const checks = checksOf(status, source);
      expect(checks).not.toEqual([]);
      expect(new Set(checks.map(({ health }) => health))).toEqual(
        new Set(['Healthy']),
      );
    }
    expect(status.sync).toBe('Synced');
    for (const { name, connectivity } of (await world.tenants.listClusters())
      .items) {
      expect([name, connectivity]).toEqual([name, 'Connected']);
    }
    return status;
  }

  it.each([
    ['slow-metrics', /did not answer within 3 s/],
    ['failing-metrics', /the status 500/],
    ['malformed-metrics', /something else than a result/],
  ] as const)(
    'has %s makes its own checks unknown, with what was known and since when',
    async (fault, message) => {
      // A look is told with the time of its beginning, and one may be under way.
      const faultyFrom = new Date(
        Date.now() - timeoutSeconds * 1_000,
      ).toISOString();
      world.switchOn(fault, 'metrics');
      const checks = await eventually(async () => {
        const found = checksOf(await expectOtherSourcesWell(), 'prometheus');
        expect(found.filter(({ health }) => health !== 'Unknown')).toEqual([]);
        return found;
      });
      for (const check of checks) {
        expect(check).toMatchObject({
          reason: 'Disconnected',
          message: expect.stringMatching(message),
          lastKnown: { health: 'Healthy' },
        });
        expect(check.since >= faultyFrom).toBe(true);
        expect(check.lastKnown!.observedAt < check.since).toBe(true);
      }
      // What other sources know to be wrong is no less wrong.
      expect((await world.fleet()).get('globex-02/devnet')).toBe('Degraded');
    },
  );

  it('has lost its series is not taken for one that reports zero', async () => {
    world.switchOn('empty-metrics', 'metrics');
    const checks = await eventually(async () => {
      const found = checksOf(await expectOtherSourcesWell(), 'prometheus');
      expect(found.map(({ health }) => health)).not.toContain('Healthy');
      return found;
    });
    expect(checks).not.toEqual([]);
    for (const check of checks) {
      // What has just started may take a minute to report.
      expect(['NotReported', 'AwaitingReport']).toContain(check.reason);
    }
  });
});
