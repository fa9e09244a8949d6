import { setTimeout as delay } from 'node:timers/promises';
import { FleetAddresses, startFleet } from './startFleet';
import { readSample } from './readSample';
import type { MetricsCalls } from './metrics';
import { serve } from '../processes/serve';
import { startProcess } from '../processes/startProcess';
import { quietLogger } from '../processes/quietLogger';
import { restartPod } from './restartPod';

/** Where all servers are that a portal reads. */
export interface PlatformAddresses extends FleetAddresses {
  metrics: string;
}

/** What the process of the fleet answers to the one that measures. */
export interface FleetCalls {
  /** Starts the servers; answers where they are and how many objects each tenant has. */
  start(options: {
    directory: string;
    tenants: number;
  }): Promise<{ addresses: PlatformAddresses; objectsPerTenant: number }>;
  /** Requests that each server has received since the start. */
  requests(): Promise<Record<string, number>>;
  /** Lets a pod of a tenant environment restart once more. */
  restartPod(options: { cluster: string; namespace: string }): Promise<void>;
  /** Ends every watch of a cluster so that it has to be listed anew. */
  relist(cluster: string): Promise<void>;
}

/** Time in which everybody who watches asks to go on where it was, and hears that it cannot. */
const reconnectMs = 200;

let fleet: Awaited<ReturnType<typeof startFleet>> | undefined;
/** A process of its own: a query of thousands of series must not keep API servers waiting. */
const metrics = startProcess<MetricsCalls>({
  module: require.resolve('./metrics.ts'),
});

function running() {
  if (!fleet) {
    throw new Error('The fleet has not been started.');
  }
  return fleet;
}

serve<FleetCalls>({
  async start({ directory, tenants }) {
    const objects = await readSample({ directory, logger: quietLogger });
    fleet = await startFleet({
      directory: `${directory}/fleet-${tenants}`,
      tenants,
      objects,
      logger: quietLogger,
    });
    const { addresses, objectsPerTenant } = fleet;
    const metricsUrl = await metrics.calls.start({ directory, tenants });
    return {
      addresses: { ...addresses, metrics: metricsUrl },
      objectsPerTenant,
    };
  },
  async requests() {
    return {
      ...running().requests.counts(),
      ...(await metrics.calls.requests()),
    };
  },
  async restartPod({ cluster, namespace }) {
    restartPod(running().stores.get(cluster)!, namespace);
  },
  async relist(cluster) {
    const { faults } = running();
    const fault = {
      name: 'expired-resource-version',
      target: cluster,
    } as const;
    faults.switchOn(fault);
    await delay(reconnectMs);
    faults.switchOff(fault);
  },
});
