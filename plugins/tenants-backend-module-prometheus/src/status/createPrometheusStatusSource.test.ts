import { setImmediate } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { bindingOf, bindingsView, mockSink } from '../__testUtils__/bindings';
import {
  fakeAlerts,
  fakeServer,
  firingAlert,
} from '../__testUtils__/fakeServer';
import { builtInMetrics } from '../__testUtils__/metrics';
import { QueryRefusedError } from '../client';
import { ConnectedServer } from '../servers';
import { createPrometheusStatusSource } from './createPrometheusStatusSource';

const now = new Date('2026-09-01T12:00:00.000Z');
const acme = bindingOf('acme-01', 'devnet');
const beta = bindingOf('beta-02', 'devnet');
const judged = builtInMetrics.filter(({ check }) => check).length;

/** Lets time pass, and work be done that makes way for other work in between. */
async function advance(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 100; turn++) {
    await setImmediate();
  }
}

describe('createPrometheusStatusSource', () => {
  const logger = mockServices.logger.mock();
  let fake: ReturnType<typeof fakeServer>;
  let sink: ReturnType<typeof mockSink>;

  beforeEach(() => {
    // Immediates stay real: they only let others have their turn.
    jest.useFakeTimers({ doNotFake: ['performance', 'setImmediate'] });
    fake = fakeServer();
    sink = mockSink();
  });

  afterEach(() => jest.useRealTimers());

  async function run(
    steps: () => Promise<void>,
    view = bindingsView(acme, beta).view,
    servers: ConnectedServer[] = [fake.server],
  ) {
    const controller = new AbortController();
    const { signal } = controller;
    const source = createPrometheusStatusSource({
      servers,
      metrics: builtInMetrics,
      severities: new Map([['critical', 'Degraded']]),
      maximumAgeSeconds: 180,
      intervalMs: 30_000,
      logger,
      now: () => now,
    });
    const running = source.run({ bindings: view, sink, signal });
    await advance(10);
    await steps();
    controller.abort();
    await advance(10);
    await running;
  }

  const once = async () => {};
  const element = (
    { metricMatchers }: TenantBinding,
    value: number,
    more: Record<string, string> = {},
  ) => ({ labels: { ...metricMatchers, ...more }, value });
  const checksOf = ({ tenant }: TenantBinding) =>
    sink.report.mock.calls.findLast(([o]) => o.tenant === tenant)![0].checks;
  const healthOf = (binding: TenantBinding, id: string) => {
    const check = checksOf(binding).find(candidate => candidate.id === id);
    return check && [check.health, check.reason];
  };

  it('asks once for each metric that is judged, whatever the number of tenants', async () => {
    await run(once);
    expect(fake.queries).toHaveLength(judged);
    expect(fake.queries[0]).toContain('min by (cluster, namespace)');
    expect(fake.queries[0]).toContain('[180s]');
  });

  it('gives each tenant environment the worst of its own values', async () => {
    Object.assign(fake.answers, {
      last_seen_record_time: [element(acme, 3), element(beta, 500)],
      daml_health_status: [
        element(acme, 0),
        element(acme, 0, { component: 'sequencer-client' }),
        element(beta, 1),
      ],
      'extra_traffic_purchased[180s]) - ': [element(beta, 150_000)],
    });
    await run(once);
    expect(checksOf(acme).slice(0, 2)).toEqual([
      { id: 'metric/ledger-lag', health: 'Healthy', runbook: 'ledger-lag' },
      {
        id: 'metric/participant-health',
        health: 'Degraded',
        reason: 'ParticipantUnhealthy',
        message: expect.stringContaining('unhealthy: sequencer-client.'),
        runbook: 'participant-unhealthy',
      },
    ]);
    expect(healthOf(beta, 'metric/ledger-lag')).toEqual([
      'Degraded',
      'LedgerLagging',
    ]);
    expect(healthOf(beta, 'metric/participant-health')).toEqual([
      'Healthy',
      undefined,
    ]);
    expect(healthOf(acme, 'metric/traffic-balance')).toBeUndefined();
    expect(sink.reportConnectivity).toHaveBeenLastCalledWith(
      {
        server: 'prometheus',
        connected: true,
        observedAt: now.toISOString(),
        statistics: { requests: judged, watchRestarts: 0, objects: 7 },
      },
      [acme, beta],
    );
  });

  it('is Unknown, never well, when a metric that has to be there is not', async () => {
    await run(once);
    expect(checksOf(acme)).toEqual(
      ['metric/ledger-lag', 'metric/participant-health'].map(id => ({
        id,
        health: 'Unknown',
        reason: 'NotReported',
        message: expect.stringContaining('no current values of'),
        runbook: expect.any(String),
      })),
    );
  });

  it('misses what was reported before, for a day', async () => {
    fake.answers.kubelet_volume = [element(acme, 0.5)];
    await run(async () => {
      const id = 'metric/database-volume';
      expect(healthOf(acme, id)).toEqual(['Healthy', undefined]);
      delete fake.answers.kubelet_volume;
      await advance(30_000);
      expect(healthOf(acme, id)).toEqual(['Unknown', 'NotReported']);
      expect(healthOf(beta, id)).toBeUndefined();
      now.setUTCDate(now.getUTCDate() + 2);
      await advance(30_000);
      expect(healthOf(acme, id)).toBeUndefined();
      now.setUTCDate(now.getUTCDate() - 2);
    });
  });

  it.each([
    ['a suspended tenant environment', { suspended: true }],
    ['one without such a component', { components: [] }],
  ])('demands no metrics of %s', async (_what, overrides) => {
    const binding = bindingOf('acme-01', 'devnet', overrides);
    await run(once, bindingsView(binding).view);
    expect(checksOf(binding)).toEqual([]);
  });

  it.each([
    ['QueryRefused', new QueryRefusedError('many-to-many'), 'many-to-many'],
    ['QueryFailed', new ServiceUnavailableError('too slow'), 'too slow'],
    [
      'PartialAnswer',
      { elements: [element(beta, 3)], partial: 'store-1 is down' },
      'Only a part of the metrics servers answered (store-1 is down)',
    ],
  ])(
    'says why it is %s, and goes on with the others',
    async (reason, answer, message) => {
      fake.answers.last_seen_record_time = answer;
      fake.answers.daml_health_status = [element(acme, 1)];
      await run(once);
      expect(checksOf(acme)).toEqual([
        {
          id: 'metric/ledger-lag',
          health: 'Unknown',
          reason,
          message: expect.stringContaining(message),
          runbook: 'ledger-lag',
        },
        expect.objectContaining({
          id: 'metric/participant-health',
          health: 'Healthy',
        }),
      ]);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining(`prometheus: ledger-lag: `),
      );
    },
  );

  it('keeps what a partial answer holds', async () => {
    const partial = 'store-1 is down';
    const elements = [element(beta, 3)];
    fake.answers.last_seen_record_time = { elements, partial };
    await run(once);
    expect(healthOf(beta, 'metric/ledger-lag')).toEqual(['Healthy', undefined]);
  });

  it('asks a few of its questions, and no more, of a server that does not answer', async () => {
    fake.answers.any = new ServiceUnavailableError('no answer');
    await run(async () => {
      expect(fake.queries).toHaveLength(4);
      expect(judged).toBeGreaterThan(4);
    });
  });

  it('asks on when only some are not answered', async () => {
    fake.answers.any = new ServiceUnavailableError('no answer');
    fake.answers.last_seen_record_time = { elements: [element(beta, 3)] };
    await run(once);
    expect(fake.queries).toHaveLength(judged);
    expect(healthOf(beta, 'metric/ledger-lag')).toEqual(['Healthy', undefined]);
  });

  it('reports the server, and nothing of the tenants, while it cannot be asked', async () => {
    fake.answers.any = new ServiceUnavailableError('no answer');
    await run(async () => {
      expect(sink.report).not.toHaveBeenCalled();
      expect(sink.reportConnectivity).toHaveBeenLastCalledWith(
        {
          server: 'prometheus',
          connected: false,
          message: 'no answer',
          observedAt: now.toISOString(),
          statistics: { requests: 4, watchRestarts: 0, objects: 0 },
        },
        [acme, beta],
      );
      delete fake.answers.any;
      await advance(30_000);
      expect(sink.report).toHaveBeenCalledTimes(2);
    });
  });

  it('lets one of several servers fail on its own', async () => {
    const gamma = bindingOf('gamma-03', 'testnet');
    const lost = fakeServer({
      name: 'prometheus/b',
      has: ({ cluster }) => cluster === 'testnet',
    });
    lost.answers.any = new ServiceUnavailableError('no answer');
    const found = fakeServer({
      name: 'prometheus/a',
      has: ({ cluster }) => cluster === 'devnet',
    });
    await run(once, bindingsView(acme, gamma).view, [
      found.server,
      lost.server,
    ]);
    expect(sink.report.mock.calls.map(([{ tenant }]) => tenant)).toEqual([
      'acme-01',
    ]);
    expect(
      sink.reportConnectivity.mock.calls.map(([{ server, connected }, of]) => [
        server,
        connected,
        of,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['prometheus/a', true, [acme]],
        ['prometheus/b', false, [gamma]],
      ]),
    );
  });

  it('does not take a cluster without a server for well', async () => {
    const { server } = fakeServer({ has: () => false });
    await run(once, bindingsView(acme, beta).view, [server]);
    expect(sink.reportConnectivity).toHaveBeenCalledWith(
      {
        server: 'prometheus/devnet',
        connected: false,
        message: expect.stringContaining(
          'has the metrics of the cluster "devnet"',
        ),
        observedAt: now.toISOString(),
      },
      [acme, beta],
    );
    expect(sink.report).not.toHaveBeenCalled();
  });

  it('can be run for one of its servers only', async () => {
    const a = fakeServer({
      name: 'prometheus/a',
      has: ({ cluster }) => cluster === 'devnet',
    });
    const b = fakeServer({ name: 'prometheus/b', has: () => false });
    const source = createPrometheusStatusSource({
      servers: [a.server, b.server],
      metrics: builtInMetrics,
      severities: new Map(),
      maximumAgeSeconds: 180,
      intervalMs: 30_000,
      logger,
    });
    const elsewhere = bindingOf('acme-01', 'mainnet');
    expect([acme, elsewhere].map(source.serversOf!)).toEqual([
      ['prometheus/a'],
      ['prometheus/mainnet'],
    ]);
    const controller = new AbortController();
    const running = source.run({
      server: 'prometheus/a',
      bindings: bindingsView(acme).view,
      sink,
      signal: controller.signal,
    });
    await advance(10);
    controller.abort();
    await advance(10);
    await running;
    expect([a.queries.length, b.queries.length]).toEqual([judged, 0]);
  });

  it('reports alerts as checks and facts, and does not forget them when nobody can be asked', async () => {
    const { state, client } = fakeAlerts();
    const { server } = fakeServer({ alerts: client });
    const labels = { ...acme.metricMatchers, severity: 'critical' };
    state.firing = [firingAlert({ ...labels, alertname: 'A' })];
    await run(
      async () => {
        expect(healthOf(acme, 'alert/A')).toEqual(['Degraded', 'AlertFiring']);
        const facts = sink.report.mock.calls.map(([o]) => o.facts?.alerts);
        expect(facts).toEqual([[expect.objectContaining({ name: 'A' })], []]);

        state.firing = new ServiceUnavailableError('away');
        await advance(30_000);
        const unreadable = ['Unknown', 'AlertsNotReadable'];
        expect(healthOf(acme, 'alert/A')).toEqual(unreadable);
        expect(healthOf(beta, 'alert/A')).toBeUndefined();
        expect(healthOf(beta, 'alerts/state')).toEqual(unreadable);
        expect(sink.report.mock.lastCall![0].facts).toBeUndefined();

        state.firing = [];
        state.partial = 'ruler-1 is down';
        await advance(30_000);
        expect(healthOf(acme, 'alert/A')).toEqual(unreadable);

        state.partial = undefined;
        await advance(30_000);
        expect(healthOf(acme, 'alert/A')).toBeUndefined();
        expect(healthOf(acme, 'alerts/state')).toBeUndefined();
      },
      undefined,
      [server],
    );
  });

  it('looks again after the interval, and soon after a change', async () => {
    const { view, change } = bindingsView(acme);
    await run(async () => {
      await advance(29_000);
      expect(fake.queries).toHaveLength(judged);
      await advance(1_000);
      expect(fake.queries).toHaveLength(2 * judged);

      change(acme, beta);
      await advance(1_000);
      expect(fake.queries).toHaveLength(3 * judged);
      expect(checksOf(beta)).toHaveLength(2);
    }, view);
  });

  it('asks nothing while there are no tenants', async () => {
    await run(once, bindingsView().view);
    expect(fake.queries).toEqual([]);
  });
});
