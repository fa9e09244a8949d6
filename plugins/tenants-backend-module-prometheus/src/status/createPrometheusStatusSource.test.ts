import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { bindingOf, bindingsView, mockSink } from '../__testUtils__/bindings';
import { InstantElement, PrometheusClient, QueryRefusedError } from '../client';
import { createPrometheusStatusSource } from './createPrometheusStatusSource';

const now = new Date('2026-09-01T12:00:00.000Z');
const acme = bindingOf('acme-01', 'devnet');
const beta = bindingOf('beta-02', 'devnet');

/** Answers a query by the metric that it is about. */
type Answers = Record<string, InstantElement[] | Error>;

describe('createPrometheusStatusSource', () => {
  const logger = mockServices.logger.mock();
  const queries: string[] = [];
  let answers: Answers;
  let sink: ReturnType<typeof mockSink>;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    queries.length = 0;
    answers = {};
    sink = mockSink();
  });

  afterEach(() => jest.useRealTimers());

  const client: PrometheusClient = {
    async query(query) {
      queries.push(query);
      const [, answer] =
        Object.entries(answers).find(([metric]) => query.includes(metric)) ??
        [];
      if (answer instanceof Error) throw answer;
      return answer ?? [];
    },
    queryRange: jest.fn(),
  };

  async function run(
    steps: () => Promise<void>,
    view = bindingsView(acme, beta).view,
  ) {
    const controller = new AbortController();
    const { signal } = controller;
    const source = createPrometheusStatusSource({
      client,
      thresholds: {
        ledgerLagWarningSeconds: 60,
        ledgerLagCriticalSeconds: 120,
        trafficReserveBytes: 200_000,
        volumeMinimumFreeRatio: 0.15,
      },
      intervalMs: 30_000,
      logger,
      now: () => now,
    });
    const running = source.run({ bindings: view, sink, signal });
    await jest.advanceTimersByTimeAsync(10);
    await steps();
    controller.abort();
    await jest.advanceTimersByTimeAsync(10);
    await running;
  }

  const once = async () => {};
  const element = (
    { metricMatchers }: TenantBinding,
    value: number,
    more: Record<string, string> = {},
  ) => ({ labels: { ...metricMatchers, ...more }, value });
  const checksOf = ({ tenant }: TenantBinding) =>
    sink.report.mock.calls.find(([o]) => o.tenant === tenant)![0].checks;

  it('asks once for each metric, whatever the number of tenants', async () => {
    await run(once);
    expect(queries).toHaveLength(6);
    expect(queries[0]).toContain('min by (cluster, namespace)');
    expect(queries[2]).toContain('min by (cluster, namespace, component)');
  });

  it('gives each tenant environment the worst of its own values', async () => {
    answers = {
      last_seen_record_time: [element(acme, 3), element(beta, 500)],
      daml_health_status: [
        element(acme, 1, { component: 'indexer' }),
        element(acme, 0, { component: 'sequencer-client' }),
        element(beta, 1, { component: 'indexer' }),
      ],
      extra_traffic: [element(beta, 150_000)],
    };
    await run(once);
    expect(checksOf(acme)).toEqual([
      { id: 'metric/ledger-lag', health: 'Healthy' },
      {
        id: 'metric/participant-health',
        health: 'Degraded',
        reason: 'ParticipantUnhealthy',
        message: expect.stringContaining('its part sequencer-client'),
      },
    ]);
    expect(checksOf(beta).map(({ id, reason }) => [id, reason])).toEqual([
      ['metric/ledger-lag', 'LedgerLagging'],
      ['metric/traffic-balance', 'TrafficBelowReserve'],
      ['metric/participant-health', undefined],
    ]);
    expect(sink.reportConnectivity).toHaveBeenLastCalledWith(
      {
        server: 'prometheus',
        connected: true,
        observedAt: now.toISOString(),
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
        message: expect.stringContaining('Prometheus has no values'),
      })),
    );
  });

  it.each([
    ['a suspended tenant environment', { suspended: true }],
    ['one without such a component', { components: [] }],
  ])('demands no metrics of %s', async (_what, overrides) => {
    const binding = bindingOf('acme-01', 'devnet', overrides);
    await run(once, bindingsView(binding).view);
    expect(checksOf(binding)).toEqual([]);
  });

  it('says why a query is refused, and goes on with the others', async () => {
    answers = {
      last_seen_record_time: new QueryRefusedError('many-to-many'),
      daml_health_status: [element(acme, 1)],
    };
    await run(once);
    expect(checksOf(acme)).toEqual([
      {
        id: 'metric/ledger-lag',
        health: 'Unknown',
        reason: 'QueryRefused',
        message: 'many-to-many',
      },
      { id: 'metric/participant-health', health: 'Healthy' },
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      'No values of ledger-lag: many-to-many',
    );
  });

  it('reports the server, and nothing of the tenants, while it cannot be asked', async () => {
    answers = { extra_traffic: new ServiceUnavailableError('no answer') };
    await run(async () => {
      expect(sink.report).not.toHaveBeenCalled();
      expect(sink.reportConnectivity).toHaveBeenLastCalledWith(
        {
          server: 'prometheus',
          connected: false,
          message: 'no answer',
          observedAt: now.toISOString(),
        },
        [acme, beta],
      );
      answers = {};
      await jest.advanceTimersByTimeAsync(30_000);
      expect(sink.report).toHaveBeenCalledTimes(2);
    });
  });

  it('looks again after the interval, and soon after a change', async () => {
    const { view, change } = bindingsView(acme);
    await run(async () => {
      await jest.advanceTimersByTimeAsync(29_000);
      expect(queries).toHaveLength(6);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(queries).toHaveLength(12);

      change(acme, beta);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(queries).toHaveLength(18);
      expect(checksOf(beta)).toHaveLength(2);
    }, view);
  });

  it('asks nothing while there are no tenants', async () => {
    await run(once, bindingsView().view);
    expect(queries).toEqual([]);
  });
});
