import { MetricChart } from '@tenantry/plugin-tenants-common';
import { binding } from '../status/__testUtils__';
import { CachedMetrics } from './CachedMetrics';

const chart: MetricChart = {
  id: 'ledger-lag',
  title: 'Ledger lag',
  description: 'How far behind.',
  unit: 'seconds',
  thresholds: [],
  series: [],
};

describe('CachedMetrics', () => {
  const charts = jest.fn();
  const onRead = jest.fn();
  let now: number;
  let metrics: CachedMetrics;

  beforeEach(() => {
    jest.resetAllMocks();
    charts.mockResolvedValue([chart]);
    now = 0;
    metrics = new CachedMetrics({
      source: { charts },
      onRead,
      now: () => now,
    });
  });

  it('asks once for all who look at the same time, and shortly after', async () => {
    const answers = await Promise.all([
      metrics.charts(binding(), '1h'),
      metrics.charts(binding(), '1h'),
    ]);
    now += 14_000;
    const later = await metrics.charts(binding(), '1h');
    expect([...answers, later]).toEqual(
      Array(3).fill({ range: '1h', charts: [chart] }),
    );
    expect(charts).toHaveBeenCalledTimes(1);
    expect(onRead).toHaveBeenCalledTimes(1);
  });

  it('asks again later', async () => {
    await metrics.charts(binding(), '1h');
    now += 16_000;
    await metrics.charts(binding(), '1h');
    expect(charts).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['another range', binding(), '6h' as const],
    ['another tenant', binding({ tenant: 'globex-01' }), '1h' as const],
    ['other matchers', binding({ metricMatchers: { a: 'b' } }), '1h' as const],
  ])('does not answer for %s', async (_, other, range) => {
    await metrics.charts(binding(), '1h');
    await metrics.charts(other, range);
    expect(charts).toHaveBeenCalledTimes(2);
    expect(charts).toHaveBeenLastCalledWith({
      binding: other,
      range,
      signal: expect.any(AbortSignal),
    });
  });

  it('does not keep a failure', async () => {
    charts.mockRejectedValueOnce(new Error('away'));
    await expect(metrics.charts(binding(), '1h')).rejects.toThrow('away');
    await expect(metrics.charts(binding(), '1h')).resolves.toBeDefined();
  });

  it('does not grow without end', async () => {
    for (let index = 0; index < 501; index++) {
      await metrics.charts(binding({ tenant: `t-${index}` }), '1h');
    }
    await metrics.charts(binding({ tenant: 't-500' }), '1h');
    expect(charts).toHaveBeenCalledTimes(501);
    await metrics.charts(binding({ tenant: 't-0' }), '1h');
    expect(charts).toHaveBeenCalledTimes(502);
  });

  it('has no charts without a source', async () => {
    const none = new CachedMetrics({});
    expect(await none.charts(binding(), '7d')).toEqual({
      range: '7d',
      charts: [],
    });
  });
});
