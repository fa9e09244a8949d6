import { Clock } from '../clock';
import { FaultBoard } from '../faults';
import { ObjectStore } from '../kubernetes/ObjectStore';
import { Logger } from '../Logger';
import { Timings } from '../timings';
import {
  ApplicationController,
  createApplicationController,
} from './applications/createApplicationController';
import { DestinationCluster } from './applications/evaluateApplication';
import {
  ApplicationSetController,
  createApplicationSetController,
} from './applicationsets/createApplicationSetController';
import { GitRepository, RepositoryTree } from './GitRepository';
import { releaseProjects } from './projects/releaseProjects';

export interface GitOpsEngineOptions {
  /** Holds the AppProjects, ApplicationSets and Applications, in the namespace argocd. */
  hub: ObjectStore;
  /** Every cluster that can be deployed to, the hub included. */
  clusters: readonly DestinationCluster[];
  repository: GitRepository;
  faults: FaultBoard;
  clock: Clock;
  timings: Timings;
  logger: Logger;
}

/** A simulated Argo CD: works on the real objects by the real rules, with far fewer features. */
export interface GitOpsEngine {
  /** Looks at everything as of this commit. */
  refresh(tree: RepositoryTree): void;
  /** Looks at the repository now, after each push, and every 30 s. */
  follow(): void;
  close(): void;
}

/** Looks at everything again, even if there was no push, after so many looks at the repository. */
const looksBetweenResyncs = 6;

class PollingGitOpsEngine implements GitOpsEngine {
  readonly #options: GitOpsEngineOptions;
  readonly #applications: ApplicationController;
  readonly #applicationSets: ApplicationSetController;
  readonly #stopReleasing: () => void;
  #current: RepositoryTree | undefined;
  #following = false;
  #reading = false;
  #readAgain = false;
  #looks = 0;
  #stopListening = () => {};
  #stopPolling = () => {};

  constructor(options: GitOpsEngineOptions) {
    this.#options = options;
    this.#applications = createApplicationController({
      ...options,
      lookAtRepository: () => this.#look(false),
    });
    this.#stopReleasing = releaseProjects(options.hub);
    this.#applicationSets = createApplicationSetController(options);
  }

  refresh(tree: RepositoryTree): void {
    this.#current = tree;
    this.#applicationSets.refresh(tree);
    this.#applications.refresh(tree);
  }

  follow(): void {
    const { repository } = this.#options;
    this.#following = true;
    this.#stopListening = repository.onPush(() => this.#look(false));
    this.#poll();
  }

  close(): void {
    this.#following = false;
    this.#stopReleasing();
    this.#stopListening();
    this.#stopPolling();
    this.#applications.close();
    this.#applicationSets.close();
  }

  #poll(): void {
    const { clock, timings } = this.#options;
    this.#looks += 1;
    this.#look(this.#looks % looksBetweenResyncs === 1);
    this.#stopPolling = clock.after(timings.poll, () => this.#poll());
  }

  /** One read at a time; pushes during a read are answered by one more. */
  async #look(resync: boolean): Promise<void> {
    if (!this.#following) {
      return;
    }
    if (this.#reading) {
      this.#readAgain = true;
      return;
    }
    this.#reading = true;
    await this.#read(resync);
    this.#reading = false;
    if (this.#readAgain) {
      this.#readAgain = false;
      await this.#look(false);
    }
  }

  async #read(resync: boolean): Promise<void> {
    const { repository, logger } = this.#options;
    try {
      const revision = await repository.head();
      if (revision !== this.#current?.revision) {
        this.refresh(await repository.read(revision));
      } else if (resync) {
        this.refresh(this.#current);
      }
    } catch (error) {
      logger.warn(`The GitOps engine could not read the repository: ${error}`);
    }
  }
}

/** Creates the engine; it begins with `refresh` or `follow`. */
export function createGitOpsEngine(options: GitOpsEngineOptions): GitOpsEngine {
  return new PollingGitOpsEngine(options);
}
