import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtInMetrics } from '../../__testUtils__/metrics';
import { checkQuery } from '../../promql';

const runbooks = resolve(__dirname, '../../../../../docs/runbooks');

describe('cantonMetrics', () => {
  it.each(builtInMetrics.map(metric => [metric.id, metric]))(
    'asks for %s of all tenants at once, and of nothing too old',
    (_id, { query, seriesLabel }) => {
      expect(() => checkQuery(query, seriesLabel)).not.toThrow();
    },
  );

  it.each(
    builtInMetrics.flatMap(({ id, check }) => (check ? [[id, check]] : [])) as [
      string,
      { runbook?: string },
    ][],
  )('has a runbook for %s', (_id, { runbook }) => {
    expect(existsSync(`${runbooks}/${runbook}.md`)).toBe(true);
  });

  it('gives every metric its own id', () => {
    const ids = builtInMetrics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws what the tenant page shows', () => {
    const drawn = builtInMetrics.filter(({ chart }) => chart);
    expect(drawn.map(({ id }) => id)).toEqual([
      'ledger-lag',
      'wallet-balance',
      'traffic-balance',
      'traffic-runway',
      'traffic-free',
      'sequencer-connections',
      'database-connections',
      'database-volume',
      'database-size',
      'container-restarts',
      'cpu',
      'memory',
    ]);
  });
});
