import { createWorkQueue, WorkQueue } from '../../clock';
import { KubernetesObject, StoreEvent } from '../../kubernetes/ObjectStore';
import { Logger } from '../../Logger';
import { resourcesFinalizer } from '../finalizers';
import { RepositoryTree } from '../GitRepository';
import {
  Application,
  applicationReference,
  ApplicationStatus,
} from './Application';
import {
  ApplicationReconciler,
  ReconcilerOptions,
} from './ApplicationReconciler';
import { sameStatus } from './applicationStatus';
import { isRequest } from './isRequest';
import { LiveObjects } from './LiveObjects';
import { referenceTo } from './tracking';

/** Keeps the clusters as the Applications say. */
export interface ApplicationController {
  /** Looks at every Application, at this commit from now on. */
  refresh(tree: RepositoryTree): void;
  close(): void;
}

export type ApplicationControllerOptions = ReconcilerOptions & {
  logger: Logger;
  /** Has the repository looked at, because somebody asks for a refresh or a sync. */
  lookAtRepository(): void;
};

/** Annotation that asks for a look, and is removed by it. */
const refreshAnnotation = 'argocd.argoproj.io/refresh';

class WatchingApplicationController implements ApplicationController {
  readonly #options: ApplicationControllerOptions;
  readonly #live: LiveObjects;
  readonly #reconciler: ApplicationReconciler;
  readonly #queue: WorkQueue;
  readonly #stops: (() => void)[];
  /** Applications whose status is to say when they were looked at. */
  readonly #refreshed = new Set<string>();
  #tree: RepositoryTree | undefined;

  constructor(options: ApplicationControllerOptions) {
    this.#options = options;
    this.#live = new LiveObjects(options.clusters, name => this.#look(name));
    this.#reconciler = new ApplicationReconciler(options, this.#live);
    this.#queue = createWorkQueue({
      ...options,
      name: 'The application controller',
      process: name => this.#process(name),
    });
    this.#stops = [
      options.faults.onChange(() => this.#lookAtAll()),
      options.hub.watch(event => this.#hear(event)),
    ];
  }

  refresh(tree: RepositoryTree): void {
    this.#tree = tree;
    this.#names().forEach(name => this.#refreshed.add(name));
    this.#lookAtAll();
  }

  close(): void {
    this.#stops.forEach(stop => stop());
    this.#live.close();
    this.#queue.close();
  }

  #look(name: string): void {
    this.#queue.add(name, this.#options.timings.reconcile);
  }

  #lookAtAll(): void {
    this.#names().forEach(name => this.#look(name));
  }

  #names(): string[] {
    const { name: _, ...all } = applicationReference('');
    return this.#options.hub.view(all).map(({ metadata }) => metadata.name);
  }

  #hear(event: StoreEvent): void {
    if (event.object.kind === 'AppProject') {
      this.#lookAtAll();
    } else if (isRequest(event)) {
      if (asksForTheHead(event.object)) {
        this.#options.lookAtRepository();
      }
      this.#look(event.object.metadata.name);
    }
  }

  #process(name: string): number | undefined {
    const application = this.#options.hub.get(applicationReference(name));
    if (!application || !this.#tree) {
      return undefined;
    }
    if (application.metadata.deletionTimestamp) {
      this.#remove(application);
      return undefined;
    }
    const { status, lookAgainAfter } = this.#reconciler.reconcile(
      // The store holds no other objects under this kind.
      application as Application,
      this.#tree,
    );
    this.#write(application as Application, status);
    return lookAgainAfter;
  }

  /** Takes the requests that have been answered off the object. */
  #write(application: Application, status: ApplicationStatus): void {
    const { operation, ...rest } = application;
    const { name, annotations: before = {} } = application.metadata;
    const { [refreshAnnotation]: refresh, ...annotations } = before;
    const asked = this.#refreshed.delete(name) || operation || refresh;
    if (asked || !sameStatus(application.status ?? {}, status)) {
      const metadata = { ...application.metadata, annotations };
      this.#options.hub.update({ ...rest, metadata, status });
    }
  }

  /**
   * Deletes what the Application has applied, and lets it go once nothing is left. Until then each
   * object that goes has it looked at again.
   */
  #remove(application: KubernetesObject): void {
    const { metadata } = application;
    for (const { store, object } of this.#live.everywhere(metadata.name)) {
      if (!object.metadata.deletionTimestamp) {
        store.delete(referenceTo(object));
      }
    }
    if (this.#live.everywhere(metadata.name).length === 0) {
      const finalizers = metadata.finalizers?.filter(
        name => name !== resourcesFinalizer,
      );
      this.#options.hub.update({
        ...application,
        metadata: { ...metadata, finalizers },
      });
    }
  }
}

function asksForTheHead({ operation, metadata }: KubernetesObject): boolean {
  return (
    operation !== undefined ||
    metadata.annotations?.[refreshAnnotation] !== undefined
  );
}

/** Creates the controller; it begins with the first refresh. */
export function createApplicationController(
  options: ApplicationControllerOptions,
): ApplicationController {
  return new WatchingApplicationController(options);
}
