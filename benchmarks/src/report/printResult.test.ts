import { BenchmarkResult, CostResult } from '../benchmark';
import { LoadResult } from '../load/runViewers';
import { describeCost, printResult, ratios } from './printResult';

function load(viewsPerSecond: number, p95: number): LoadResult {
  return {
    viewers: 20,
    viewsPerSecond,
    notAnswered: 0,
    p50: p95 / 2,
    p95,
    p99: p95,
    bytesPerView: 23_000,
  };
}

const cost: CostResult = {
  tenants: 100,
  objects: 29_000,
  start: { readyMs: 5_000, completeMs: 12_500, processorMs: 11_000 },
  memory: { used: 20e6, rss: 40e6 },
  pages: { first: { p50: 1.6, p95: 4 }, again: { p50: 0.7, p95: 2 } },
  idleLoad: 0.02,
};

const result: BenchmarkResult = {
  settings: {
    tenants: 100,
    viewers: [20],
    durationMs: 1,
    countMs: 1,
    idleMs: 1,
    changes: 1,
    growth: [],
  },
  cost,
  reads: [
    { way: 'tenant', load: [load(1000, 10)] },
    { way: 'stockTenant', load: [load(10, 500)] },
  ],
  upstream: [
    { viewers: 20, idlePerMinute: 24, oursPerMinute: 24, stockPerMinute: 5000 },
  ],
  freshness: { changes: 10, p50: 900, p95: 1100, worst: 1200 },
  relist: { kinds: 30, before: load(1000, 10), meanwhile: load(900, 12) },
  growth: [],
};

describe('the report', () => {
  it('compares both ways by throughput and by p95', () => {
    expect(ratios(result.reads)).toEqual([
      { viewers: 20, throughput: 100, p95: 50 },
    ]);
  });

  it('says every number with its unit', () => {
    const text = printResult(result);
    expect(text).toContain('100 tenants, 29000 objects');
    expect(text).toMatch(/20 │ 100 times │ 1 \/ 50\.0/);
    expect(text).toMatch(/20 viewers[ │]+24\.0[ │]+24\.0[ │]+5000/);
    expect(text).toContain('while 30 kinds of a cluster');
    expect(text).toContain('p50 900 ms, p95 1100 ms, worst 1200 ms of 10');
    expect(text).toMatch(
      /100[ │]+29000[ │]+5\.0[ │]+12\.5[ │]+11\.0[ │]+20\.0[ │]+40\.0[ │]+1\.6, 4\.0[ │]+0\.7, 2\.0[ │]+2\.0 %/,
    );
  });

  it('says in a line what a fleet costs', () => {
    expect(describeCost(cost)).toBe(
      '100 tenants: complete after 12.5 s, 11.0 s of a processor, 20.0 MB used, first read p50 1.6 ms, again 0.7 ms, idle load 2.0 %',
    );
  });
});
