import { Clock } from '../clock';
import { FaultBoard } from '../faults';
import { ObjectStore } from '../kubernetes/ObjectStore';
import { Logger } from '../Logger';
import { Timings } from '../timings';
import { createApplicationController } from './applications/createApplicationController';
import { DestinationCluster } from './applications/evaluateApplication';
import { createApplicationSetController } from './applicationsets/createApplicationSetController';
import { GitRepository, RepositoryTree } from './GitRepository';

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

/** Creates the engine; it begins with `refresh` or `follow`. */
export function createGitOpsEngine(options: GitOpsEngineOptions): GitOpsEngine {
  const { repository, clock, timings, logger } = options;
  const applications = createApplicationController(options);
  const applicationSets = createApplicationSetController(options);
  const stops: (() => void)[] = [];
  let current: RepositoryTree | undefined;
  let reading: Promise<void> | undefined;
  let readAgain = false;
  let looks = 0;

  function refresh(tree: RepositoryTree): void {
    current = tree;
    applicationSets.refresh(tree);
    applications.refresh(tree);
  }

  async function read(resync: boolean): Promise<void> {
    try {
      const revision = await repository.head();
      if (revision !== current?.revision) {
        refresh(await repository.read(revision));
      } else if (resync) {
        refresh(current);
      }
    } catch (error) {
      logger.warn(`The GitOps engine could not read the repository: ${error}`);
    }
  }

  /** One read at a time; pushes during a read are answered by one more. */
  async function look(resync: boolean): Promise<void> {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = read(resync);
    await reading;
    reading = undefined;
    if (readAgain) {
      readAgain = false;
      await look(false);
    }
  }

  function poll(): void {
    looks += 1;
    look(looks % looksBetweenResyncs === 1);
    stops[0] = clock.after(timings.poll, poll);
  }

  return {
    refresh,
    follow() {
      stops.push(
        () => {},
        repository.onPush(() => look(false)),
      );
      poll();
    },
    close() {
      stops.forEach(stop => stop());
      applications.close();
      applicationSets.close();
    },
  };
}
