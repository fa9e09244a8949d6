import { JsonObject } from '@backstage/types';
import { Clock, createWorkQueue } from '../../clock';
import { FaultBoard, tenantTarget } from '../../faults';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { Logger } from '../../Logger';
import { Timings } from '../../timings';
import {
  Application,
  applicationReference,
  argocdNamespace,
} from '../applications/Application';
import { isRequest } from '../applications/isRequest';
import { referenceTo } from '../applications/tracking';
import { GitRepository, RepositoryTree } from '../GitRepository';
import { threeWayMerge } from '../merge';
import { ApplicationSet, generateApplications } from './ApplicationSet';
import { setStatus } from './setStatus';

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

const setReference = (name: string) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'ApplicationSet',
  namespace: argocdNamespace,
  name,
});

/** Creates the controller; it begins with the first refresh. */
export function createApplicationSetController(
  options: ApplicationSetControllerOptions,
): ApplicationSetController {
  const { hub, repository, clock, timings, faults } = options;
  let tree: RepositoryTree | undefined;

  function process(name: string): undefined {
    const set = hub.get(setReference(name)) as ApplicationSet | undefined;
    if (!set || !tree) {
      return;
    }
    const status = (error?: Error) =>
      setStatus(set, timestamp(clock.now()), error);
    let applications: Application[];
    try {
      applications = generateApplications(set, repository, tree);
    } catch (error) {
      hub.updateStatus(setReference(name), status(error as Error));
      return;
    }
    bringAbout(hub, set, applications.map(withFaults));
    hub.updateStatus(setReference(name), status());
  }

  /** While the fault `drift` is on, nothing heals the Application by itself. */
  function withFaults(application: Application): Application {
    const { destination, syncPolicy } = application.spec;
    const target = tenantTarget(
      destination.name ?? '',
      destination.namespace ?? '',
    );
    if (
      !target ||
      !syncPolicy?.automated ||
      !faults.isActive('drift', target)
    ) {
      return application;
    }
    const automated = { ...syncPolicy.automated, selfHeal: false };
    const spec = {
      ...application.spec,
      syncPolicy: { ...syncPolicy, automated },
    };
    return { ...application, spec };
  }

  const queue = createWorkQueue({
    ...options,
    name: 'The ApplicationSet controller',
    process,
  });

  function lookAtAll(): void {
    const { name, ...all } = setReference('');
    hub.list(all).forEach(({ metadata }) => queue.add(metadata.name));
  }

  const stops = [
    faults.onChange(lookAtAll),
    hub.watch(event => {
      const { kind, metadata } = event.object;
      const owner = metadata.ownerReferences?.[0]?.name;
      if (kind === 'ApplicationSet') {
        queue.add(metadata.name, timings.reconcile);
      } else if (owner && isRequest(event)) {
        queue.add(owner, timings.reconcile);
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
      queue.close();
    },
  };
}

/** Creates, changes and deletes Applications until there are these. */
function bringAbout(
  hub: ObjectStore,
  set: ApplicationSet,
  applications: readonly Application[],
): void {
  const wanted = new Map(applications.map(app => [app.metadata.name, app]));
  for (const live of ownedApplications(hub, set)) {
    if (!wanted.has(live.metadata.name)) {
      hub.delete(referenceTo(live));
    }
  }
  for (const application of applications) {
    const live = hub.get(applicationReference(application.metadata.name));
    if (!live) {
      hub.create(application);
    } else if (!live.metadata.deletionTimestamp) {
      hub.update(changed(live, application));
    }
  }
}

/** The live Application as the set wants it; annotations and labels of others stay. */
function changed(
  live: KubernetesObject,
  { metadata, spec }: Application,
): KubernetesObject {
  const merged = threeWayMerge(
    {},
    metadata as unknown as JsonObject,
    live.metadata as unknown as JsonObject,
  );
  return {
    ...live,
    metadata: merged as unknown as KubernetesObject['metadata'],
    spec,
  };
}

function ownedApplications(hub: ObjectStore, set: ApplicationSet) {
  const { name, ...all } = applicationReference('');
  return hub
    .list(all)
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid),
    );
}
