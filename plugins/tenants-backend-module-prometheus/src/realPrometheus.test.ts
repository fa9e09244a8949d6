import { mockServices } from '@backstage/backend-test-utils';
import { bindingOf, bindingsView, mockSink } from './__testUtils__/bindings';
import {
  describeWithPrometheus,
  startPrometheus,
} from './__testUtils__/realPrometheus';
import { renderSamples } from './__testUtils__/samples';
import { createPrometheusMetricsSource } from './charts/createPrometheusMetricsSource';
import { createPrometheusClient, PrometheusClient } from './client';
import { createPrometheusStatusSource } from './status/createPrometheusStatusSource';

jest.setTimeout(60_000);

const thresholds = {
  ledgerLagWarningSeconds: 60,
  ledgerLagCriticalSeconds: 120,
  trafficReserveBytes: 200_000,
  volumeMinimumFreeRatio: 0.15,
};
const acme = bindingOf('acme-01', 'devnet');
const beta = bindingOf('beta-02', 'devnet');
const gone = bindingOf('gone-03', 'devnet');

describeWithPrometheus()('asking a real Prometheus', () => {
  let server: Awaited<ReturnType<typeof startPrometheus>>;
  let client: PrometheusClient;

  beforeAll(async () => {
    const end = Math.floor(Date.now() / 1000);
    const well = { healthy: true, lagSeconds: 5, trafficBalance: 900_000 };
    const ill = { healthy: false, lagSeconds: 900, trafficBalance: 150_000 };
    const nodes = [
      { namespace: acme.namespace, ...well, freeBytes: 20e9 },
      { namespace: beta.namespace, ...ill, freeBytes: 4e9 },
    ];
    const samples = renderSamples(nodes, { start: end - 900, end });
    server = await startPrometheus(samples);
    const { url } = server;
    client = createPrometheusClient({ url, headers: {}, timeoutMs: 5_000 });
  });

  afterAll(() => server?.close());

  it('finds every tenant environment as it is', async () => {
    const sink = mockSink();
    const controller = new AbortController();
    const connected = new Promise(resolve => {
      sink.reportConnectivity.mockImplementation(resolve);
    });
    const running = createPrometheusStatusSource({
      client,
      thresholds,
      intervalMs: 30_000,
      logger: mockServices.logger.mock(),
    }).run({
      bindings: bindingsView(acme, beta, gone).view,
      sink,
      signal: controller.signal,
    });
    expect(await connected).toMatchObject({ connected: true });
    controller.abort();
    await running;

    const reasons = sink.report.mock.calls.map(([{ tenant, checks }]) => [
      tenant,
      Object.fromEntries(checks.map(({ id, reason }) => [id, reason])),
    ]);
    expect(Object.fromEntries(reasons)).toEqual({
      'acme-01': {
        'metric/ledger-lag': undefined,
        'metric/traffic-balance': undefined,
        'metric/participant-health': undefined,
        'metric/validator-automation': undefined,
        'metric/sequencer-connections': undefined,
        'metric/database-volume': undefined,
      },
      'beta-02': {
        'metric/ledger-lag': 'LedgerLagging',
        'metric/traffic-balance': 'TrafficBelowReserve',
        'metric/participant-health': 'ParticipantUnhealthy',
        'metric/validator-automation': undefined,
        'metric/sequencer-connections': undefined,
        'metric/database-volume': 'VolumeNearlyFull',
      },
      'gone-03': {
        'metric/ledger-lag': 'NotReported',
        'metric/participant-health': 'NotReported',
      },
    });
  });

  it('draws every chart of the catalogue', async () => {
    const { signal } = new AbortController();
    const charts = await createPrometheusMetricsSource({
      client,
      thresholds,
    }).charts({ binding: beta, range: '1h', signal });
    const lastValues = charts.map(({ id, series: [line] }) => [
      id,
      line.name,
      line.points.findLast(([, value]) => value !== null)![1],
    ]);
    const lag = expect.closeTo(915, -2);
    expect(lastValues).toEqual([
      ['ledger-lag', 'Ledger lag', lag],
      ['traffic-balance', 'Traffic balance', 150_000],
      ['participant-health', 'indexer', 0],
      ['validator-automation', 'Unhealthy automation', 0],
      ['sequencer-connections', 'Sequencer connections to spare', 4],
      ['database-volume', 'pg', 0.1],
      ['database-size', 'participant', 1e9],
      ['cpu', 'p', expect.closeTo(0.5)],
      ['memory', 'p', 1e9],
    ]);
    expect(charts[0].series[0].points[0][1]).toBeNull();
  });
});
