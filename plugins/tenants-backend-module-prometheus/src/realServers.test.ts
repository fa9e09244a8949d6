import { mockServices } from '@backstage/backend-test-utils';
import { bindingOf, bindingsView, mockSink } from './__testUtils__/bindings';
import { builtInMetrics } from './__testUtils__/metrics';
import {
  describeWith,
  prometheus,
  RealServer,
  victoriaMetrics,
} from './__testUtils__/realServers';
import { renderSamples } from './__testUtils__/samples';
import { createPrometheusMetricsSource } from './charts/createPrometheusMetricsSource';
import { ConnectedServer, connectServers } from './servers';
import { createPrometheusStatusSource } from './status/createPrometheusStatusSource';

jest.setTimeout(90_000);

const acme = bindingOf('acme-01', 'devnet');
const beta = bindingOf('beta-02', 'devnet');
const silent = bindingOf('silent-03', 'devnet');
const gone = bindingOf('gone-04', 'devnet');
const dayAndMore = 26 * 3_600;

function samples(end: number): string {
  const well = { healthy: true, lagSeconds: 5, coins: 40, freeBytes: 20e9 };
  const ill = { healthy: false, lagSeconds: 900, coins: NaN, freeBytes: 4e9 };
  const range = { start: end - dayAndMore, end };
  return renderSamples(
    [
      { namespace: acme.namespace, ...well, trafficBalance: 11.9e6 },
      { namespace: beta.namespace, ...ill, trafficBalance: 9.5e6 },
      {
        namespace: silent.namespace,
        ...well,
        trafficBalance: 11.9e6,
        silentSeconds: 240,
      },
    ],
    range,
  );
}

describe.each([prometheus, victoriaMetrics])('asking $program', kind => {
  describeWith(kind.program)('as it really is', () => {
    let server: RealServer;
    let servers: ConnectedServer[];
    const end = Math.floor(Date.now() / 1000);
    const options = { metrics: builtInMetrics, maximumAgeSeconds: 180 };

    beforeAll(async () => {
      server = await kind.start(samples(end));
      const address = { url: server.url, headers: {} };
      servers = connectServers(
        [
          {
            name: 'prometheus',
            ...address,
            alerts: { api: 'prometheus', ...address },
          },
        ],
        20_000,
      );
    });

    afterAll(() => server?.close());

    it('finds every tenant environment as it is', async () => {
      const sink = mockSink();
      const controller = new AbortController();
      const connected = new Promise(resolve => {
        sink.reportConnectivity.mockImplementation(resolve);
      });
      const running = createPrometheusStatusSource({
        ...options,
        servers,
        severities: new Map(),
        intervalMs: 30_000,
        logger: mockServices.logger.mock(),
      }).run({
        bindings: bindingsView(acme, beta, silent, gone).view,
        sink,
        signal: controller.signal,
      });
      expect(await connected).toMatchObject({ connected: true });
      controller.abort();
      await running;

      const reports = sink.report.mock.calls.map(([{ tenant, checks }]) => [
        tenant,
        Object.fromEntries(
          checks.map(({ id, health, reason }) => [id, reason ?? health]),
        ),
      ]);
      const silence = {
        'metric/ledger-lag': 'NotReported',
        'metric/participant-health': 'NotReported',
      };
      const well = {
        'metric/participant-pruning': 'Healthy',
        'metric/sequencer-connections': 'Healthy',
        'metric/sequencer-dropped': 'Healthy',
        'metric/validator-retries': 'Healthy',
        'metric/database-up': 'Healthy',
        'metric/database-connections': 'Healthy',
        'metric/scrape-targets': 'Healthy',
        'metric/traffic-balance': 'Healthy',
      };
      const onlyLongRanges = {
        'metric/sequencer-dropped': 'Healthy',
        'metric/validator-retries': 'Healthy',
      };
      expect(Object.fromEntries(reports)).toEqual({
        'acme-01': {
          ...well,
          'metric/ledger-lag': 'Healthy',
          'metric/participant-health': 'Healthy',
          'metric/validator-automation': 'Healthy',
          'metric/wallet-balance': 'Healthy',
          'metric/database-volume': 'Healthy',
          'metric/traffic-top-up': 'TrafficRunwayShort',
        },
        'beta-02': {
          ...well,
          'metric/ledger-lag': 'LedgerLagging',
          'metric/participant-health': 'ParticipantUnhealthy',
          'metric/validator-automation': 'AutomationUnhealthy',
          'metric/database-volume': 'VolumeNearlyFull',
          'metric/traffic-balance': 'TrafficBelowReserve',
          'metric/traffic-top-up': 'TrafficRunwayEnding',
          ...(kind.alerts && { 'alert/Unhealthy': 'AlertFiring' }),
        },
        'silent-03': { ...silence, ...onlyLongRanges },
        'gone-04': silence,
      });
      const automation = sink.report.mock.calls
        .find(([{ tenant }]) => tenant === 'beta-02')![0]
        .checks.find(({ id }) => id === 'metric/validator-automation')!;
      expect(automation.message).toContain(': TopupMemberTrafficTrigger.');
    });

    it('draws every chart of the catalogue', async () => {
      const { signal } = new AbortController();
      const charts = await createPrometheusMetricsSource({
        ...options,
        servers,
        now: () => new Date(end * 1000),
      }).charts({ binding: acme, range: '1h', signal });
      const lastValues = charts.map(({ id, series: [line], message }) => [
        id,
        message ?? line?.name,
        line?.points.findLast(([, value]) => value !== null)![1],
      ]);
      const near = (value: number, share = 0.02) => {
        const digits = -Math.ceil(Math.log10(value * share * 2));
        return expect.closeTo(value, digits);
      };
      expect(lastValues).toEqual([
        ['ledger-lag', 'Ledger lag', expect.any(Number)],
        ['wallet-balance', 'Coin balance', 40],
        ['traffic-balance', 'Traffic balance', near(11.9e6 - 9.36e6)],
        ['traffic-runway', 'Traffic runway', near(23_400, 0.05)],
        ['traffic-free', 'Free traffic', 1_000],
        ['sequencer-connections', 'Sequencer connections to spare', 4],
        ['database-connections', 'Database connections in use', 0.25],
        ['database-volume', 'pg', 0.5],
        ['database-size', 'participant', 1e9],
        ['container-restarts', 'p', 0],
        ['cpu', 'p', expect.closeTo(0.5)],
        ['memory', 'p', 1e9],
      ]);
    });

    it('has nothing to say about what nobody reports', async () => {
      const { signal } = new AbortController();
      const source = createPrometheusMetricsSource({ ...options, servers });
      const charts = await source.charts({
        binding: gone,
        range: '24h',
        signal,
      });
      expect(charts.flatMap(({ series }) => series)).toEqual([]);
    });

    it('hears why a query is refused', async () => {
      const { signal } = new AbortController();
      const [{ metrics }] = servers;
      await expect(metrics.query('sum(', signal)).rejects.toMatchObject({
        name: 'QueryRefusedError',
      });
    });
  });
});
