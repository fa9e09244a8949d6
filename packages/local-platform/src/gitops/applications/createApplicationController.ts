import { createWorkQueue } from '../../clock';
import { KubernetesObject, StoreEvent } from '../../kubernetes/ObjectStore';
import { Logger } from '../../Logger';
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

/** Annotation that asks for a look, and is removed by it. */
export const refreshAnnotation = 'argocd.argoproj.io/refresh';
const finalizer = 'resources-finalizer.argocd.argoproj.io';

/** Creates the controller; it begins with the first refresh. */
export function createApplicationController(
  options: ReconcilerOptions & { logger: Logger },
): ApplicationController {
  const { hub, clusters, clock, timings, faults, logger } = options;
  const due = new Set<string>();
  let tree: RepositoryTree | undefined;

  const live = new LiveObjects(clusters, look);
  const reconciler = new ApplicationReconciler(options, live);
  const queue = createWorkQueue({
    clock,
    logger,
    name: 'The application controller',
    process,
  });

  function look(application: string): void {
    queue.add(application, timings.reconcile);
  }

  function lookAtAll(): void {
    for (const { metadata } of listApplications()) {
      due.add(metadata.name);
      look(metadata.name);
    }
  }

  function listApplications(): KubernetesObject[] {
    const { name, ...all } = applicationReference('');
    return hub.list(all);
  }

  function process(name: string): number | undefined {
    const application = hub.get(applicationReference(name)) as
      | Application
      | undefined;
    if (!application || !tree) {
      return undefined;
    }
    if (application.metadata.deletionTimestamp) {
      remove(application);
      return undefined;
    }
    const { status, lookAgainAfter } = reconciler.reconcile(application, tree);
    write(application, status);
    return lookAgainAfter;
  }

  /** Takes the requests that have been answered off the object. */
  function write(application: Application, status: ApplicationStatus): void {
    const { operation, ...rest } = application;
    const { [refreshAnnotation]: refresh, ...annotations } =
      application.metadata.annotations ?? {};
    const asked = due.delete(application.metadata.name) || operation || refresh;
    if (asked || !sameStatus(application.status ?? {}, status)) {
      const metadata = { ...application.metadata, annotations };
      hub.update({ ...rest, metadata, status } as KubernetesObject);
    }
  }

  function remove(application: Application): void {
    for (const { store, object } of live.everywhere(
      application.metadata.name,
    )) {
      store.delete(referenceTo(object));
    }
    const finalizers = application.metadata.finalizers?.filter(
      name => name !== finalizer,
    );
    hub.update({
      ...application,
      metadata: { ...application.metadata, finalizers },
    });
  }

  const stops = [
    faults.onChange(lookAtAll),
    hub.watch(event => {
      if (concernsApplications(event)) {
        applicationsOf(event, listApplications).forEach(look);
      }
    }),
  ];

  return {
    refresh(next) {
      tree = next;
      lookAtAll();
    },
    close() {
      stops.forEach(stop => stop());
      live.close();
      queue.close();
    },
  };
}

/** A change of an AppProject, or of an Application by anybody but this controller. */
function concernsApplications(event: StoreEvent): boolean {
  return event.object.kind === 'AppProject' || isRequest(event);
}

function applicationsOf(
  { object }: StoreEvent,
  list: () => KubernetesObject[],
): string[] {
  const applications = object.kind === 'Application' ? [object] : list();
  return applications.map(({ metadata }) => metadata.name);
}
