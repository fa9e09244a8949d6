import { FaultBoard } from '../faults';
import { listenOnLoopback, LoopbackServer } from '../listenOnLoopback';
import { Logger } from '../Logger';
import { World } from '../sample/World';
import { createApp } from './api';
import { readShippedRules, SimulatedRuler } from './rules';
import { FaultTimes, SimulatedMetrics } from './simulation';

/** What {@link startMetricsApi} needs. */
export interface MetricsApiOptions {
  /** 0 for any free one. */
  port: number;
  world: World;
  faults: FaultBoard;
  /** Seconds between two values of a series; 5 by default. */
  scrapeInterval?: number;
  /** Clock in milliseconds; the system's by default. */
  now?: () => number;
  logger: Logger;
}

/**
 * Starts the Prometheus HTTP API over simulated series on the loopback interface.
 *
 * @throws Error when the port is taken.
 */
export async function startMetricsApi(
  options: MetricsApiOptions,
): Promise<LoopbackServer> {
  const { port, world, faults, scrapeInterval = 5, logger } = options;
  const now = () => (options.now ?? Date.now)() / 1000;
  const faultTimes = new FaultTimes(faults, now);
  const closing = new AbortController();
  const metrics = new SimulatedMetrics({ world, faultTimes, scrapeInterval });
  const app = createApp({
    metrics,
    ruler: new SimulatedRuler({
      rules: readShippedRules(),
      select: matchers => metrics.select(matchers),
    }),
    faults,
    now,
    clusters: () => world.tenantEnvironments().map(({ cluster }) => cluster),
    onError: error => logger.error(`The metrics API failed: ${error}`),
    signal: closing.signal,
  });
  const server = await listenOnLoopback(app, port);
  return {
    url: server.url,
    close: () => {
      faultTimes.close();
      closing.abort();
      return server.close();
    },
  };
}
