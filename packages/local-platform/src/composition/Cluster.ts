import { Clock } from '../clock';
import { seedCluster, startControllers } from '../controllers';
import { clusterClock, FaultBoard } from '../faults';
import { createObjectStore, ObjectStore } from '../kubernetes';
import {
  hubGroups,
  resourceDefinitions,
  spokeGroups,
} from '../kubernetes/resources';
import { timestamp } from '../kubernetes/timestamp';
import { Logger } from '../Logger';
import { ClusterName, regionOf } from '../sample';
import { Timings } from '../timings';

/** One simulated cluster. */
export interface Cluster {
  name: ClusterName;
  /** Address of its API server. */
  server: string;
  store: ObjectStore;
  /** Its own clock, which may be off. */
  clock: Clock;
  /** Stops its controllers. */
  close(): void;
}

/** Creates a cluster with nodes, what runs the platform itself, and running controllers. */
export function createCluster(options: {
  name: ClusterName;
  server: string;
  clock: Clock;
  timings: Timings;
  faults: FaultBoard;
  logger: Logger;
}): Cluster {
  const { name, server, faults } = options;
  const clock = clusterClock(options.clock, () =>
    faults.isActive('clock-skew', name),
  );
  const role = name === 'hub' ? 'hub' : 'environment';
  const customGroups = role === 'hub' ? hubGroups : spokeGroups;
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups }),
    now: () => clock.now(),
  });
  const close = startControllers({ ...options, clock, cluster: name, store });
  const now = timestamp(clock.now());
  seedCluster(store, { cluster: name, role, region: regionOf(name), now });
  return { name, server, store, clock, close };
}
