import {
  createSimulatedClock,
  createWorld,
  FaultBoard,
  startMetricsApi,
} from '@tenantry/local-platform';
import { ModelObjects, onlyKinds } from './copyObjects';
import { filledStore } from './filledStore';
import { readSample } from './readSample';
import { RequestCounter } from './RequestCounter';
import { quietLogger } from '../processes/quietLogger';
import { serve } from '../processes/serve';

/** What the process of the metrics answers to that of the fleet. */
export interface MetricsCalls {
  /** Starts the server; answers where it is. */
  start(options: { directory: string; tenants: number }): Promise<string>;
  /** Requests that the server has received since the start. */
  requests(): Promise<Record<string, number>>;
}

/** All that the simulated metrics depend on. */
const kinds = [
  'Certificate',
  'Deployment',
  'Namespace',
  'PersistentVolumeClaim',
  'Pod',
];
const spokes = ['devnet', 'testnet', 'mainnet'];

const requests = new RequestCounter();

/** Serves the metrics of a fleet in which nothing changes. */
async function startFleetMetrics(
  objects: ReadonlyMap<string, ModelObjects>,
  tenants: number,
): Promise<string> {
  const clusters = spokes.map(name => ({
    name,
    store: filledStore(name, onlyKinds(objects.get(name)!, kinds), tenants),
  }));
  const { url } = await startMetricsApi({
    port: 0,
    scrapeInterval: 30,
    world: createWorld({ clusters, clock: createSimulatedClock(new Date()) }),
    faults: new FaultBoard(),
    logger: quietLogger,
  });
  // Like a server that has run for long, it knows its series when it is asked first.
  await fetch(`${url}/api/v1/labels`);
  requests.add('metrics', url);
  return url;
}

serve<MetricsCalls>({
  async start({ directory, tenants }) {
    const objects = await readSample({ directory, logger: quietLogger });
    return startFleetMetrics(objects, tenants);
  },
  async requests() {
    return requests.counts();
  },
});
