import { bindingOf } from '../__testUtils__/bindings';
import { PrometheusClient, QueryRefusedError } from '../client';
import { createPrometheusMetricsSource } from './createPrometheusMetricsSource';

const now = new Date('2026-09-01T12:00:17.000Z');
const end = now.getTime() / 1000 - 17;
const signal = new AbortController().signal;

describe('createPrometheusMetricsSource', () => {
  const queryRange = jest.fn<
    ReturnType<PrometheusClient['queryRange']>,
    Parameters<PrometheusClient['queryRange']>
  >();
  const source = createPrometheusMetricsSource({
    client: { query: jest.fn(), queryRange },
    thresholds: {
      ledgerLagWarningSeconds: 60,
      ledgerLagCriticalSeconds: 120,
      trafficReserveBytes: 200_000,
      volumeMinimumFreeRatio: 0.15,
    },
    now: () => now,
  });
  const binding = bindingOf('acme-01', 'devnet', {
    metricMatchers: { namespace: 'a"b' },
  });
  const charts = (range: '1h' | '7d' = '1h') =>
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
    expect(queryRange).toHaveBeenCalledTimes(9);
  });

  it('ends at a multiple of the step', async () => {
    await charts();
    const window = { start: end - 3_600, end, step: 30 };
    expect(queryRange.mock.calls[0][1]).toEqual(window);
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
        { value: 60, severity: 'warning' },
        { value: 120, severity: 'critical' },
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

  it('fails when one query is refused, rather than show an empty chart', async () => {
    queryRange.mockRejectedValueOnce(new QueryRefusedError('too many'));
    await expect(charts()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('too many'),
    });
  });

  it('asks nothing for a binding without matchers', async () => {
    const open = { ...binding, metricMatchers: {} };
    await expect(
      source.charts({ binding: open, range: '1h', signal }),
    ).rejects.toThrow('metricMatchers');
    expect(queryRange).not.toHaveBeenCalled();
  });
});
