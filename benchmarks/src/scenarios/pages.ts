import { setTimeout as delay } from 'node:timers/promises';
import { Times } from '../load/Times';
import { tenantName } from '../platform/fleet';

/** How long pages of single tenants took, in milliseconds. */
export interface PageTimes {
  p50: number;
  p95: number;
}

/** Reads of tenants that nobody has looked at yet, and of the same ones a few seconds later. */
export interface PagesResult {
  first: PageTimes;
  again: PageTimes;
}

/** As many of a fleet of any size, so that the portal has as many answers at hand. */
const maximumTenants = 100;
/** Apart from each other, so that what the portal does now and then counts by its share of time. */
const everyMs = 100;

/** Reads a number of tenants, one after the other, and then again. */
export async function measurePages(options: {
  tenants: number;
  read: (tenant: string) => Promise<unknown>;
}): Promise<PagesResult> {
  const { tenants, read } = options;
  const count = Math.min(tenants, maximumTenants);
  const names = Array.from({ length: count }, (_, index) =>
    tenantName(Math.floor((index * tenants) / count)),
  );
  return {
    first: await readAll(names, read),
    again: await readAll(names, read),
  };
}

async function readAll(
  names: readonly string[],
  read: (tenant: string) => Promise<unknown>,
): Promise<PageTimes> {
  const times = new Times();
  for (const name of names) {
    const from = performance.now();
    await read(name);
    const took = performance.now() - from;
    times.add(took);
    await delay(Math.max(0, everyMs - took));
  }
  return { p50: times.percentile(50), p95: times.percentile(95) };
}
