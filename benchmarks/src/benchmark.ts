import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Requests } from './load/Requests';
import { createViews, tenantPath, Views } from './load/views';
import type { FleetCalls } from './platform/main';
import type { PortalMemory } from './portal/main';
import { Portal } from './portal/startPortal';
import { RemoteProcess, startProcess } from './processes/startProcess';
import {
  describeCost,
  describeFreshness,
  describeRelist,
} from './report/printResult';
import { FreshnessResult, measureFreshness } from './scenarios/freshness';
import { measurePages, PagesResult } from './scenarios/pages';
import { measureReads, ReadsResult } from './scenarios/reads';
import { measureRelist, RelistResult } from './scenarios/relist';
import { measureStart, StartResult, waitForCatalog } from './scenarios/start';
import {
  compareRequests,
  countRequests,
  UpstreamResult,
} from './scenarios/upstream';

/** How much is measured. */
export interface BenchmarkSettings {
  tenants: number;
  viewers: readonly number[];
  /** Of each measurement of reads. */
  durationMs: number;
  /** Of each count of requests to the platform. */
  countMs: number;
  /** For which nobody looks; metrics are read every 30 s. */
  idleMs: number;
  /** Changes in clusters whose way to the page is measured. */
  changes: number;
  /** Sizes of fleets whose costs are compared. */
  growth: readonly number[];
}

/** What a fleet of one size costs. */
export interface CostResult {
  tenants: number;
  objects: number;
  start: StartResult;
  /** Beyond a portal without tenants, in bytes. */
  memory: PortalMemory;
  pages: PagesResult;
  /** Processor time of the portal while nobody looks, as a share of one core. */
  idleLoad: number;
}

export interface BenchmarkResult {
  settings: BenchmarkSettings;
  cost: CostResult;
  reads: ReadsResult[];
  upstream: UpstreamResult[];
  freshness: FreshnessResult;
  relist: RelistResult;
  growth: CostResult[];
}

/** A portal over a fleet, and everything that asks it. */
interface Stage {
  fleet: RemoteProcess<FleetCalls>;
  portal: Portal;
  requests: Requests;
  views: Views;
  tenants: number;
  objects: number;
  start: StartResult;
}

/** Measures everything, one thing after the other. */
export async function runBenchmark(
  settings: BenchmarkSettings,
  report: (line: string) => void,
): Promise<BenchmarkResult> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-benchmark-'));
  try {
    report('Starting a portal without tenants…');
    const empty = await onStage({ directory, tenants: 0 }, ({ portal }) =>
      portal.calls.memory(),
    );
    const costOf = async (stage: Stage) => {
      const cost = await measureCost(stage, settings, empty);
      report(`  ${describeCost(cost)}`);
      return cost;
    };
    report(`Starting a portal with ${settings.tenants} tenants…`);
    const main = await onStage(
      { directory, tenants: settings.tenants },
      async stage => ({
        cost: await costOf(stage),
        ...(await measureStage(stage, settings, report)),
      }),
    );
    const growth: CostResult[] = [];
    for (const tenants of settings.growth) {
      report(`Growing to ${tenants} tenants…`);
      growth.push(
        await onStage({ directory, tenants, withEntities: false }, costOf),
      );
    }
    return { settings, ...main, growth };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureStage(
  { fleet, portal, views, tenants }: Stage,
  { viewers, durationMs, countMs, changes }: BenchmarkSettings,
  report: (line: string) => void,
) {
  const calm = () => portal.calm();
  // The load of stock plugins comes last: nothing else is as it was while the portal recovers.
  report('Following changes from the cluster to the page…');
  const freshness = await measureFreshness({
    client: portal.client,
    change: namespace =>
      fleet.calls.restartPod({ cluster: 'devnet', namespace }),
    changes: Math.min(changes, tenants),
  });
  report(`  ${describeFreshness(freshness)}`);
  report('Listing a cluster anew…');
  const relist = await measureRelist({
    client: portal.client,
    view: views.tenant,
    relist: cluster => fleet.calls.relist(cluster),
    durationMs,
  });
  report(`  ${describeRelist(relist)}`);
  const counting = {
    durationMs: countMs,
    received: () => fleet.calls.requests(),
    calm,
  };
  report('Counting requests to the platform with our pages open…');
  const ours = await countRequests({
    ...counting,
    way: 'ours',
    view: views.tenant,
    pages: [0, ...viewers],
  });
  report(`Reading ${tenants} tenants with ${viewers.join(', ')} viewers…`);
  const reads = await measureReads({
    views,
    viewers,
    durationMs,
    calm,
    report,
  });
  report('Counting requests to the platform with stock pages open…');
  const stock = await countRequests({
    ...counting,
    way: 'stock',
    view: views.stockTenant,
    pages: viewers,
  });
  const upstream = compareRequests(ours, stock);
  return { reads, upstream, freshness, relist };
}

interface StageOptions {
  directory: string;
  tenants: number;
  /**
   * Whether the catalog has entities of the tenants; true by default. Stock plugins need them, and
   * the catalog takes minutes to take up a thousand of them.
   */
  withEntities?: boolean;
}

async function onStage<T>(
  options: StageOptions,
  run: (stage: Stage) => Promise<T>,
): Promise<T> {
  const { directory, tenants, withEntities = true } = options;
  const fleet = startProcess<FleetCalls>({
    module: require.resolve('./platform/main.ts'),
    nodeArguments: ['--max-old-space-size=12288'],
  });
  try {
    const started = await fleet.calls.start({ directory, tenants });
    return await withPortal(
      { directory, fleet: started.addresses, tenants, withEntities },
      async (portal, start) => {
        const requests = new Requests(portal.client.url);
        const views = await createViews({ requests, tenants });
        if (withEntities) {
          await waitForCatalog(portal.client, tenants);
        }
        const result = await run({
          fleet,
          portal,
          requests,
          views,
          tenants,
          objects: started.objectsPerTenant * tenants,
          start,
        });
        await requests.close();
        return result;
      },
    );
  } finally {
    await fleet.stop();
  }
}

async function withPortal<T>(
  options: Parameters<typeof measureStart>[0],
  run: (portal: Portal, start: StartResult) => Promise<T>,
): Promise<T> {
  const { portal, result } = await measureStart(options);
  try {
    return await run(portal, result);
  } finally {
    await portal.stop();
  }
}

async function measureCost(
  { portal, requests, tenants, objects, start }: Stage,
  { idleMs }: BenchmarkSettings,
  empty: PortalMemory,
): Promise<CostResult> {
  await portal.calm();
  const { used, rss } = await portal.calls.memory();
  const before = await portal.calls.processorTime();
  await delay(idleMs);
  const idle = (await portal.calls.processorTime()) - before;
  const pages = await measurePages({
    tenants,
    read: name => requests.get(tenantPath(name)),
  });
  return {
    tenants,
    objects,
    start,
    memory: { used: used - empty.used, rss: rss - empty.rss },
    pages,
    idleLoad: idle / idleMs,
  };
}
