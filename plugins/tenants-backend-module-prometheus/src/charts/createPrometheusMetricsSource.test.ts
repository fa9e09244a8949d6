import { MetricRange, metricRanges } from '@tenantry/plugin-tenants-common';
import { bindingOf } from '../__testUtils__/bindings';
import { fakeServer } from '../__testUtils__/fakeServer';
import { builtInMetrics } from '../__testUtils__/metrics';
import { PrometheusClient, QueryRefusedError } from '../client';
import { createPrometheusMetricsSource } from './createPrometheusMetricsSource';

const now = new Date('2026-09-01T12:00:17.000Z');
const end = now.getTime() / 1000 - 17;
const signal = new AbortController().signal;
const drawn = builtInMetrics.filter(({ chart }) => chart);

describe('createPrometheusMetricsSource', () => {
  const queryRange = jest.fn<
    ReturnType<PrometheusClient['queryRange']>,
    Parameters<PrometheusClient['queryRange']>
  >();
  const { server } = fakeServer({
    metrics: { query: jest.fn(), queryRange },
    has: ({ cluster }) => cluster === 'devnet',
  });
  const source = createPrometheusMetricsSource({
    servers: [fakeServer({ has: () => false }).server, server],
    metrics: builtInMetrics,
    maximumAgeSeconds: 180,
    now: () => now,
  });
  const binding = bindingOf('acme-01', 'devnet', {
    metricMatchers: { namespace: 'a"b' },
  });
  const charts = (range: MetricRange = '1h') =>
    source.charts({ binding, range, signal });

  beforeEach(() => {
    queryRange.mockReset();
    queryRange.mockResolvedValue([]);
  });

  it('restricts every selector to the series of the binding', async () => {
    await charts();
    for (const [query] of queryRange.mock.calls) {
      const selectors = query.match(/[a-z_]+\{[^}]*\}/g)!;
      expect(selectors.length).toBeGreaterThan(0);
      selectors.forEach(selector =>
        expect(selector).toContain('namespace="a\\"b"'),
      );
    }
    expect(queryRange).toHaveBeenCalledTimes(drawn.length);
  });

  it('ends at a multiple of the step', async () => {
    await charts();
    const window = { start: end - 3_600, end, step: 30 };
    expect(queryRange.mock.calls[0][1]).toEqual(window);
  });

  it.each(metricRanges)('draws at most 300 points for %s', async range => {
    await charts(range);
    const [, { start, end: last, step }] = queryRange.mock.calls[0];
    expect((last - start) / step + 1).toBeLessThanOrEqual(300);
  });

  it('has null where nothing was reported, and 0 only where 0 was', async () => {
    queryRange.mockImplementation(async query =>
      query.includes('pg_database_size_bytes')
        ? [
            { labels: { datname: 'validator' }, points: [[end - 3_600, 0]] },
            { labels: { datname: 'participant' }, points: [[end, 7]] },
            { labels: { datname: 'gone' }, points: [] },
          ]
        : [],
    );
    const found = await charts('7d');
    const size = found.find(({ id }) => id === 'database-size')!;
    expect(size.series.map(({ name }) => name)).toEqual([
      'participant',
      'validator',
    ]);
    expect(size.series[1].points).toHaveLength(169);
    expect(size.series[1].points.slice(-2)).toEqual([
      [end - 3_600, 0],
      [end, null],
    ]);
    expect(found.find(({ id }) => id === 'ledger-lag')!.series).toEqual([]);
  });

  it('tells the thresholds and names a series without a label of its own', async () => {
    queryRange.mockResolvedValue([{ labels: {}, points: [[end, 1]] }]);
    const [lag] = await charts();
    expect(lag).toMatchObject({
      id: 'ledger-lag',
      unit: 'seconds',
      thresholds: [
        { value: 60, severity: 'warning', unwell: 'above' },
        { value: 120, severity: 'critical', unwell: 'above' },
      ],
      series: [{ name: 'Ledger lag' }],
    });
  });

  it('draws at most 20 lines', async () => {
    queryRange.mockResolvedValue(
      Array.from({ length: 30 }, (_, index) => ({
        labels: { pod: `pod-${index}` },
        points: [[end, index] as [number, number]],
      })),
    );
    const found = await charts();
    expect(found.find(({ id }) => id === 'cpu')!.series).toHaveLength(20);
  });

  it('says of a refused query in its chart that it is, and draws the others', async () => {
    queryRange.mockRejectedValueOnce(new QueryRefusedError('too many'));
    const [lag, ...others] = await charts();
    expect(lag).toMatchObject({ series: [], message: 'too many' });
    expect(others.map(({ message }) => message)).toEqual(
      others.map(() => undefined),
    );
  });

  it('fails when the server cannot be asked, rather than show empty charts', async () => {
    queryRange.mockRejectedValueOnce(new Error('no answer'));
    await expect(charts()).rejects.toThrow('no answer');
  });

  it('says when no server has the cluster', async () => {
    const elsewhere = { ...binding, cluster: 'mainnet' };
    await expect(
      source.charts({ binding: elsewhere, range: '1h', signal }),
    ).rejects.toThrow('has the metrics of the cluster "mainnet"');
  });

  it('asks nothing for a binding without matchers', async () => {
    const open = { ...binding, metricMatchers: {} };
    await expect(
      source.charts({ binding: open, range: '1h', signal }),
    ).rejects.toThrow('metricMatchers');
    expect(queryRange).not.toHaveBeenCalled();
  });
});
