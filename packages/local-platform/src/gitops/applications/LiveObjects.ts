import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { DestinationCluster } from './evaluateApplication';
import { TrackedObjects, trackObjects } from './tracking';

/** The objects of each Application in every cluster. */
export class LiveObjects {
  readonly #clusters: {
    cluster: DestinationCluster;
    tracked: TrackedObjects;
  }[];

  constructor(
    clusters: readonly DestinationCluster[],
    onChange: (application: string) => void,
  ) {
    this.#clusters = clusters.map(cluster => ({
      cluster,
      tracked: trackObjects(cluster.store, onChange),
    }));
  }

  /** The Application's objects in one cluster, by object key. */
  in(
    cluster: DestinationCluster,
    application: string,
  ): ReadonlyMap<string, KubernetesObject> {
    const found = this.#clusters.find(entry => entry.cluster === cluster);
    return found?.tracked.of(application) ?? new Map();
  }

  /** The Application's objects wherever they are. */
  everywhere(application: string) {
    return this.#clusters.flatMap(({ cluster, tracked }) =>
      [...tracked.of(application).values()].map(object => ({
        store: cluster.store,
        object,
      })),
    );
  }

  close(): void {
    this.#clusters.forEach(({ tracked }) => tracked.close());
  }
}
