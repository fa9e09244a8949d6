import { Clock } from '../clock';
import { FaultBoard } from '../faults';
import { ObjectStore } from '../kubernetes/ObjectStore';
import { Logger } from '../Logger';
import { Timings } from '../timings';

/** One cluster with everything that its simulated controllers work with. */
export interface ClusterContext {
  /** Name of the cluster. */
  cluster: string;
  store: ObjectStore;
  clock: Clock;
  timings: Timings;
  faults: FaultBoard;
  logger: Logger;
}
