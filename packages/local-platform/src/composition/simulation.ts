import { createSimulatedClock, SimulatedClock } from '../clock';
import { FaultBoard, followHugeObjects } from '../faults';
import { createGitOpsEngine, GitOpsEngine, GitRepository } from '../gitops';
import { Logger } from '../Logger';
import { ClusterName, clusterNames, PlatformAddresses } from '../sample';
import { timingsAtSpeed } from '../timings';
import { bootstrapHub } from './bootstrapHub';
import { Cluster, createCluster } from './Cluster';
import { historyHours, replayHistory } from './replayHistory';
import { Teardown } from './Teardown';

/** The clusters and the GitOps engine, on one clock. */
export interface Simulation {
  clock: SimulatedClock;
  faults: FaultBoard;
  clusters: readonly Cluster[];
  engine: GitOpsEngine;
}

/** Creates the clusters and lets them live through their history up to now. */
export async function createSimulation(options: {
  repository: GitRepository;
  addresses: PlatformAddresses;
  speed: number;
  logger: Logger;
  teardown: Teardown;
}): Promise<Simulation> {
  const { repository, addresses, speed, logger, teardown } = options;
  const now = new Date();
  const tree = await repository.read(await repository.head());
  const clock = createSimulatedClock(hoursBefore(now, historyHours));
  teardown.add(() => clock.close());
  const faults = new FaultBoard();
  const common = { clock, faults, logger, timings: timingsAtSpeed(speed) };
  const clusters = clusterNames.map(name => {
    const server = addresses.apiServers[name];
    const cluster = createCluster({ ...common, name, server });
    teardown.add(cluster.close);
    return cluster;
  });
  teardown.add(followHugeObjects({ faults, clusters }));
  const hub = findCluster(clusters, 'hub').store;
  bootstrapHub(hub, repository.url);
  const engine = createGitOpsEngine({ ...common, hub, clusters, repository });
  teardown.add(() => engine.close());
  replayHistory({ clock, engine, faults, tree, now });
  return { clock, faults, clusters, engine };
}

/** The cluster of a name; every simulation has all of them. */
export function findCluster(
  clusters: readonly Cluster[],
  name: ClusterName,
): Cluster {
  return clusters.find(cluster => cluster.name === name)!;
}

function hoursBefore(moment: Date, hours: number): Date {
  return new Date(moment.getTime() - hours * 3_600_000);
}
