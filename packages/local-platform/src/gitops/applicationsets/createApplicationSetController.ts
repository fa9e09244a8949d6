import { createWorkQueue, Clock, WorkQueue } from '../../clock';
import { FaultBoard } from '../../faults';
import { ObjectStore, StoreEvent } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { Logger } from '../../Logger';
import { Timings } from '../../timings';
import { argocdNamespace } from '../applications/Application';
import { isRequest } from '../applications/isRequest';
import { GitRepository, RepositoryTree } from '../GitRepository';
import { ApplicationSet, generateApplications } from './ApplicationSet';
import { bringAbout } from './bringAbout';
import { setStatus } from './setStatus';
import { withDrift } from './withDrift';

/** Keeps one Application for each thing that an ApplicationSet finds. */
export interface ApplicationSetController {
  /** Looks at every set, at this commit from now on. */
  refresh(tree: RepositoryTree): void;
  close(): void;
}

export interface ApplicationSetControllerOptions {
  hub: ObjectStore;
  repository: Pick<GitRepository, 'url'>;
  faults: FaultBoard;
  clock: Clock;
  timings: Timings;
  logger: Logger;
}

const allSets = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'ApplicationSet',
  namespace: argocdNamespace,
};

class WatchingApplicationSetController implements ApplicationSetController {
  readonly #options: ApplicationSetControllerOptions;
  readonly #queue: WorkQueue;
  readonly #stops: (() => void)[];
  #tree: RepositoryTree | undefined;

  constructor(options: ApplicationSetControllerOptions) {
    this.#options = options;
    this.#queue = createWorkQueue({
      ...options,
      name: 'The ApplicationSet controller',
      process: name => this.#process(name),
    });
    this.#stops = [
      options.faults.onChange(() => this.#lookAtAll()),
      options.hub.watch(event => this.#hear(event)),
    ];
  }

  refresh(tree: RepositoryTree): void {
    this.#tree = tree;
    // What the same commit says in hub/, the AppProjects above all, is to be applied first.
    const { reconcile, sync } = this.#options.timings;
    this.#lookAtAll(2 * (reconcile + sync));
  }

  close(): void {
    this.#stops.forEach(stop => stop());
    this.#queue.close();
  }

  #lookAtAll(delay?: number): void {
    this.#options.hub
      .list(allSets)
      .forEach(({ metadata }) => this.#queue.add(metadata.name, delay));
  }

  #hear(event: StoreEvent): void {
    const { kind, metadata } = event.object;
    const owner = metadata.ownerReferences?.[0]?.name;
    const set = kind === 'ApplicationSet' ? metadata.name : owner;
    if (set && (kind === 'ApplicationSet' || isRequest(event))) {
      this.#queue.add(set, this.#options.timings.reconcile);
    }
  }

  #process(name: string): undefined {
    const { hub, clock } = this.#options;
    const reference = { ...allSets, name };
    // The store holds no other objects under this kind.
    const set = hub.get(reference) as ApplicationSet | undefined;
    if (set && this.#tree) {
      const error = this.#reconcile(set, this.#tree);
      hub.updateStatus(
        reference,
        setStatus(set, timestamp(clock.now()), error),
      );
    }
  }

  #reconcile(set: ApplicationSet, tree: RepositoryTree): Error | undefined {
    const { hub, repository, faults } = this.#options;
    try {
      const applications = generateApplications(set, repository, tree);
      bringAbout(
        hub,
        set,
        applications.map(application => withDrift(application, faults)),
      );
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** Creates the controller; it begins with the first refresh. */
export function createApplicationSetController(
  options: ApplicationSetControllerOptions,
): ApplicationSetController {
  return new WatchingApplicationSetController(options);
}
