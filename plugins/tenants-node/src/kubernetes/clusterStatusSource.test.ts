import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ClusterStatusSourceOptions,
  createClusterStatusSource,
} from './clusterStatusSource';
import {
  binding,
  EventLoop,
  FakeApiServer,
  fastTiming,
  pods,
  podsPath,
  RecordingSink,
  sendStatus,
  TestBindings,
  waitFor,
  widget,
  widgets,
  widgetsPath,
  work,
} from './__testUtils__';

describe('createClusterStatusSource', () => {
  let server: FakeApiServer;
  let sink: RecordingSink;
  let bindings: TestBindings;
  let controller: AbortController;
  let done: Promise<void> | undefined;

  beforeEach(async () => {
    server = await FakeApiServer.start();
    server.serve(widgetsPath, widget('one', 'red'));
    server.serve(podsPath);
    sink = new RecordingSink();
    bindings = new TestBindings();
    bindings.set(binding('acme'), binding('globex'));
    controller = new AbortController();
  });

  afterEach(async () => {
    controller.abort();
    await done;
    await server.stop();
  });

  function start(options: Partial<ClusterStatusSourceOptions> = {}) {
    const source = createClusterStatusSource({
      id: 'widgets',
      connections: new Map([['devnet', server.connection()]]),
      kinds: [widgets, pods],
      scope: 'cluster',
      placeOf: ({ cluster, namespace }) => ({ cluster, namespace }),
      observe: (_, view) => ({
        checks: [
          ...[...view.objects(widgets)].map(([name, colour]) => ({
            id: `widget/${name}`,
            health: 'Healthy' as const,
            reason: colour,
          })),
          {
            id: 'pod/kind',
            health: 'Unknown' as const,
            reason: view.availability(pods).phase,
          },
        ],
      }),
      logger: mockServices.logger.mock(),
      timing: fastTiming,
      ...options,
    });
    done = source.run({ bindings, sink, signal: controller.signal });
  }

  const reasons = (tenant: string) =>
    sink.latest(tenant)?.checks.map(check => check.reason);
  const connected = () => sink.connectivity.at(-1)?.connected;
  const following = () =>
    waitFor(() => {
      expect(connected()).toBe(true);
      expect(server.openWatches(widgetsPath)).toBe(1);
    });

  it('reports each tenant environment from its own namespace, then that the cluster is there', async () => {
    start();
    await waitFor(() => expect(connected()).toBe(true));
    expect(reasons('acme')).toEqual(['red', 'Observed']);
    expect(reasons('globex')).toEqual(['Observed']);
    expect(sink.connectivity[0]).toEqual({
      server: 'devnet',
      connected: true,
      observedAt: expect.any(String),
      affected: ['acme-devnet', 'globex-devnet'],
      statistics: {
        requests: expect.any(Number),
        watchRestarts: 0,
        objects: 1,
      },
    });
  });

  it('lists and watches each kind once for all tenants', async () => {
    start();
    await following();
    await waitFor(() => expect(server.openWatches(podsPath)).toBe(1));
    expect(server.requests.sort()).toEqual([
      `list ${podsPath}`,
      `list ${widgetsPath}`,
      `watch ${podsPath}`,
      `watch ${widgetsPath}`,
    ]);
  });

  it('hears of other namespaces that matter to a tenant, and can look into them', async () => {
    start({
      alsoIn: ({ tenant }) => (tenant === 'acme' ? ['shared'] : []),
      observe: (_binding, _view, _now, viewOf) => ({
        checks: [...viewOf('shared').objects(widgets)].map(
          ([name, colour]) => ({
            id: `widget/${name}`,
            health: 'Healthy' as const,
            reason: colour,
          }),
        ),
      }),
    });
    await following();
    server.put(widgetsPath, widget('three', 'green', 'shared'));
    await waitFor(() => expect(reasons('acme')).toEqual(['green']));
    expect(reasons('globex')).toEqual([]);
  });

  it('reports a burst once, and only on the tenant that changed', async () => {
    start();
    await following();
    const before = sink.reports.length;
    for (const colour of ['a', 'b', 'c', 'd', 'black']) {
      server.put(widgetsPath, widget('one', colour));
    }
    await waitFor(() => expect(reasons('acme')).toContain('black'));
    expect(sink.reports.slice(before).map(({ tenant }) => tenant)).toEqual([
      'acme',
    ]);
  });

  it('says nothing about a change that the projection does not show', async () => {
    start();
    await following();
    const before = sink.reports.length;
    server.put(widgetsPath, { ...widget('one', 'red'), status: { seen: 1 } });
    const confirmations = sink.connectivity.length;
    await waitFor(() =>
      expect(sink.connectivity.length).toBeGreaterThan(confirmations + 3),
    );
    expect(sink.reports.length).toBe(before);
  });

  it.each([
    ['refuses one kind', 403, 'Failing', 'Forbidden'],
    ['does not have one kind', 404, 'Absent', 'KindAbsent'],
  ])('goes on with the others when the cluster %s', async (...situation) => {
    const [, code, phase, reason] = situation;
    server.break(podsPath, (__, response) => sendStatus(response, code, 'no'));
    start();
    await waitFor(() => expect(connected()).toBe(true));
    expect(reasons('acme')).toEqual(['red', phase]);
    expect(sink.connectivity.at(-1)?.statistics?.unseenKinds).toEqual([
      { kind: 'Pod', group: '', reason, message: expect.any(String) },
    ]);
  });

  it('does not wait for a kind that hangs', async () => {
    server.break(podsPath, () => undefined);
    start({ timing: { ...fastTiming, listTimeoutMs: 5_000, settleMs: 50 } });
    await waitFor(() => expect(connected()).toBe(true));
    expect(reasons('acme')).toEqual(['red', 'Pending']);
  });

  it('says that the cluster is gone, keeps silent, and lists anew when it is back', async () => {
    start();
    await waitFor(() => expect(connected()).toBe(true));
    server.break('*', (_, response) => response.destroy());
    server.dropWatches(widgetsPath);
    await waitFor(() => expect(connected()).toBe(false));
    const before = sink.reports.length;
    bindings.set(binding('acme'), binding('globex'), binding('initech'));
    await waitFor(() =>
      expect(sink.connectivity.at(-1)?.affected).toContain('initech-devnet'),
    );
    expect(sink.reports.length).toBe(before);

    server.remove(widgetsPath, 'acme', 'one');
    server.repair('*');
    await waitFor(() => expect(connected()).toBe(true));
    expect(reasons('acme')).toEqual(['Observed']);
  });

  it('says nothing new before it knows whether a kind fails or the cluster is gone', async () => {
    start({ timing: { ...fastTiming, probeTimeoutMs: 300 } });
    await waitFor(() => expect(server.openWatches(podsPath)).toBe(1));
    await following();
    server.break('/version', () => undefined);
    server.break(podsPath, (_, response) => sendStatus(response, 401, 'no'));
    server.dropWatches(podsPath);
    for (let change = 0; connected(); change += 1) {
      server.put(widgetsPath, widget('one', `colour-${change}`));
      await delay(10);
    }
    const said = sink.reports.flatMap(({ checks }) => checks);
    expect(said.map(({ reason }) => reason)).not.toContain('Failing');
  });

  it('notices a cluster that hangs although watches are open', async () => {
    start();
    await waitFor(() => expect(server.openWatches(widgetsPath)).toBe(1));
    server.break('*', () => undefined);
    await waitFor(() => expect(connected()).toBe(false));
    expect(sink.connectivity.at(-1)?.message).toMatch(/did not answer in time/);
  });

  it('goes on with one cluster while another hangs, sends nonsense or is not there', async () => {
    const broken = await FakeApiServer.start();
    broken.serve(widgetsPath, widget('two', 'green', 'globex'));
    const answers: Parameters<typeof broken.break>[1][] = [
      () => undefined,
      (_, response) => response.end('nonsense'),
      (_, response) => response.destroy(),
    ];
    bindings.set(binding('acme'), binding('globex', { cluster: 'testnet' }));
    broken.break('*', answers[0]);
    start({
      connections: new Map([
        ['devnet', server.connection()],
        ['testnet', broken.connection({ name: 'testnet' })],
      ]),
    });
    const last = (cluster: string) =>
      sink.connectivity.filter(entry => entry.server === cluster).at(-1);
    for (const [round, answer] of answers.entries()) {
      broken.break('*', answer);
      await waitFor(() => expect(last('testnet')?.connected).toBe(false));
      server.put(widgetsPath, widget('one', `colour-${round}`));
      await waitFor(() => expect(reasons('acme')).toContain(`colour-${round}`));
      expect(last('devnet')?.connected).toBe(true);
    }
    expect(sink.latest('globex')).toBeUndefined();
    broken.repair('*');
    await waitFor(() => expect(reasons('globex')).toContain('green'));
    await broken.stop();
  });

  it('judges by the clock of the cluster, and dates its reports by ours', async () => {
    server.date = new Date(Date.now() + 7 * 60_000);
    let judgedAt = 0;
    start({
      observe: (_, __, now) => {
        judgedAt = now.getTime();
        return { checks: [] };
      },
    });
    await waitFor(() => expect(connected()).toBe(true));
    expect(judgedAt - Date.now()).toBeGreaterThan(6 * 60_000);
    const { observedAt } = sink.latest('acme')!;
    expect(Date.parse(observedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('lets everything else go on while it judges many', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) =>
      binding(`client-${n}`),
    );
    bindings.set(...many);
    const loop = new EventLoop();
    start({
      observe: () => {
        work(1);
        return { checks: [] };
      },
    });
    await waitFor(() => expect(connected()).toBe(true));
    expect(sink.reports).toHaveLength(1_000);
    expect(loop.stop()).toBeLessThan(500);
  });

  it('explains refused credentials without showing them', async () => {
    start({
      connections: new Map([
        ['devnet', server.connection({ token: 'not-the-token' })],
      ]),
    });
    await waitFor(() => expect(connected()).toBe(false));
    expect(sink.connectivity[0].message).toMatch(/refused the credentials/);
    expect(JSON.stringify(sink.connectivity)).not.toContain('not-the-token');
  });

  it('says why there are no credentials for one cluster, and goes on with the others', async () => {
    bindings.set(binding('acme'), binding('globex', { cluster: 'testnet' }));
    const readToken = async () => {
      throw new Error('the key is not JSON');
    };
    start({
      connections: new Map([
        ['devnet', server.connection()],
        [
          'testnet',
          server.connection({ name: 'testnet', token: '', readToken }),
        ],
      ]),
    });
    const last = (cluster: string) =>
      sink.connectivity.filter(entry => entry.server === cluster).at(-1);
    await waitFor(() => expect(last('devnet')?.connected).toBe(true));
    await waitFor(() =>
      expect(last('testnet')).toMatchObject({
        connected: false,
        message:
          'The portal has no credentials for the cluster "testnet": the key is not JSON.',
        affected: ['globex-devnet'],
      }),
    );
  });

  it('says that nobody configured a cluster', async () => {
    bindings.set(binding('acme', { cluster: 'testnet' }));
    start();
    expect(sink.connectivity[0]).toMatchObject({
      server: 'testnet',
      connected: false,
      message: expect.stringContaining('"testnet"'),
      affected: ['acme-devnet'],
    });
  });

  it('takes up and drops clusters as the registry says', async () => {
    start();
    await waitFor(() => expect(server.openWatches(widgetsPath)).toBe(1));
    bindings.set();
    await waitFor(() => expect(server.openWatches(widgetsPath)).toBe(0));
    bindings.set(binding('acme'));
    await waitFor(() => expect(server.openWatches(widgetsPath)).toBe(1));
  });

  it('reports a tenant environment that left and came back', async () => {
    start();
    await waitFor(() => expect(connected()).toBe(true));
    bindings.set(binding('globex'));
    await waitFor(() =>
      expect(sink.connectivity.at(-1)?.affected).toEqual(['globex-devnet']),
    );
    const before = sink.reports.length;
    bindings.set(binding('acme'), binding('globex'));
    await waitFor(() => expect(sink.reports.length).toBe(before + 1));
    expect(reasons('acme')).toEqual(['red', 'Observed']);
  });

  it('asks only for the namespace where that is its scope', async () => {
    const path = '/apis/example.com/v1/namespaces/acme/widgets';
    server.serve(path, widget('own', 'pink'));
    bindings.set(binding('acme'));
    start({
      scope: 'namespace',
      kinds: [widgets],
      observe: (_, view) => ({
        checks: [...view.objects(widgets).keys()].map(id => ({
          id,
          health: 'Healthy',
        })),
      }),
    });
    await waitFor(() => expect(connected()).toBe(true));
    expect(sink.latest('acme')?.checks).toMatchObject([{ id: 'own' }]);
    expect(server.requests).not.toContain(`list ${widgetsPath}`);
  });

  it('judges only those whose own object changed, where all objects are in one namespace', async () => {
    const judged: string[] = [];
    start({
      placeOf: () => ({ cluster: 'devnet', namespace: 'hub' }),
      onlyObject: ({ application: { name } }) => name,
      observe: ({ tenant }, view) => {
        judged.push(tenant);
        const colour = view.objects(widgets).get(tenant);
        return {
          checks: [{ id: 'widget', health: 'Healthy', reason: colour }],
        };
      },
    });
    await following();
    judged.length = 0;
    server.put(widgetsPath, widget('acme', 'blue', 'hub'));
    await waitFor(() => expect(reasons('acme')).toEqual(['blue']));
    server.remove(widgetsPath, 'hub', 'acme');
    await waitFor(() => expect(reasons('acme')).toEqual([undefined]));
    expect(judged).toEqual(['acme', 'acme']);
  });

  it('answers for one tenant that cannot be judged, and goes on with the others', async () => {
    const logger = mockServices.logger.mock();
    start({
      logger,
      observe: ({ tenant }) => {
        if (tenant === 'acme') {
          throw new Error('bug');
        }
        return { checks: [] };
      },
    });
    await waitFor(() => expect(sink.latest('globex')).toBeDefined());
    expect(sink.latest('acme')?.checks).toMatchObject([
      { health: 'Unknown', reason: 'NotReadable' },
    ]);
    expect(logger.error).toHaveBeenCalled();
  });
});
