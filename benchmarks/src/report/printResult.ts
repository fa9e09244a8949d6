import Table from 'cli-table3';
import { BenchmarkResult, CostResult } from '../benchmark';
import { LoadResult } from '../load/runViewers';
import { FreshnessResult } from '../scenarios/freshness';
import { PageTimes } from '../scenarios/pages';
import { ReadsResult } from '../scenarios/reads';
import { RelistResult } from '../scenarios/relist';

const ways: Record<ReadsResult['way'], string> = {
  tenant: 'tenant',
  fleet: 'first fleet page',
  catalogEntity: 'catalog entity by name',
  stockTenant: 'tenant, stock plugins',
};

/** The result as tables for a terminal. */
export function printResult(result: BenchmarkResult): string {
  const { cost, reads, upstream, freshness, relist, growth } = result;
  return [
    `${cost.tenants} tenants, ${cost.objects} objects`,
    '',
    table(
      [
        'read',
        'viewers',
        'views/s',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'kB',
        'not answered',
      ],
      reads.flatMap(({ way, load }) =>
        load.map(entry => [
          ways[way],
          entry.viewers,
          number(entry.viewsPerSecond),
          number(entry.p50),
          number(entry.p95),
          number(entry.p99),
          number(entry.bytesPerView / 1000),
          entry.notAnswered,
        ]),
      ),
    ),
    '',
    table(
      ['tenant / stock', 'viewers', 'views/s', 'p95'],
      ratios(reads).map(({ viewers, throughput, p95 }) => [
        '',
        viewers,
        `${number(throughput)} times`,
        `1 / ${number(p95)}`,
      ]),
    ),
    '',
    table(
      ['requests to the platform per minute', 'idle', 'ours', 'stock'],
      upstream.map(entry => [
        `${entry.viewers} viewers`,
        number(entry.idlePerMinute),
        number(entry.oursPerMinute),
        number(entry.stockPerMinute),
      ]),
    ),
    '',
    describeFreshness(freshness),
    describeRelist(relist),
    '',
    table(
      [
        'tenants',
        'objects',
        'ready s',
        'complete s',
        'processor s',
        'used MB',
        'rss MB',
        'first read p50, p95 ms',
        'again p50, p95 ms',
        'idle load',
      ],
      (growth.length > 0 ? growth : [cost]).map(growthRow),
    ),
  ].join('\n');
}

/** How long changes took to the page, in a line. */
export function describeFreshness(result: FreshnessResult): string {
  const { changes, p50, p95, worst } = result;
  return `from a change in a cluster to the page: p50 ${number(
    p50,
  )} ms, p95 ${number(p95)} ms, worst ${number(worst)} ms of ${changes}`;
}

/** How reads fared while a cluster was listed anew, in a line. */
export function describeRelist(result: RelistResult): string {
  const { kinds, before, meanwhile } = result;
  const times = ({ p50, p95, p99 }: LoadResult) =>
    `p50 ${number(p50)} ms, p95 ${number(p95)} ms, p99 ${number(p99)} ms`;
  return `while ${kinds} kinds of a cluster are listed anew: read ${times(
    meanwhile,
  )}; before: ${times(before)}`;
}

/** What a fleet of one size costs, in a line. */
export function describeCost(result: CostResult): string {
  const { tenants, start, memory, pages, idleLoad } = result;
  return [
    `${tenants} tenants: complete after ${number(start.completeMs / 1000)} s`,
    `${number(start.processorMs / 1000)} s of a processor`,
    `${number(memory.used / 1e6)} MB used`,
    `first read p50 ${number(pages.first.p50)} ms`,
    `again ${number(pages.again.p50)} ms`,
    `idle load ${number(idleLoad * 100)} %`,
  ].join(', ');
}

/** Ours against stock, for each number of viewers. */
export function ratios(
  reads: readonly ReadsResult[],
): { viewers: number; throughput: number; p95: number }[] {
  const loadOf = (way: ReadsResult['way']): readonly LoadResult[] =>
    reads.find(entry => entry.way === way)?.load ?? [];
  const stock = loadOf('stockTenant');
  return loadOf('tenant').map((ours, index) => ({
    viewers: ours.viewers,
    throughput: ours.viewsPerSecond / stock[index].viewsPerSecond,
    p95: stock[index].p95 / ours.p95,
  }));
}

function growthRow({ tenants, objects, start, memory, ...rest }: CostResult) {
  return [
    tenants,
    objects,
    number(start.readyMs / 1000),
    number(start.completeMs / 1000),
    number(start.processorMs / 1000),
    number(memory.used / 1e6),
    number(memory.rss / 1e6),
    pageTimes(rest.pages.first),
    pageTimes(rest.pages.again),
    `${number(rest.idleLoad * 100)} %`,
  ];
}

function pageTimes({ p50, p95 }: PageTimes): string {
  return `${number(p50)}, ${number(p95)}`;
}

function number(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1);
}

function table(
  heading: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const lines = new Table({
    head: [...heading],
    colAligns: heading.map((_, column) => (column === 0 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
  lines.push(...rows.map(row => [...row]));
  return lines.toString();
}
