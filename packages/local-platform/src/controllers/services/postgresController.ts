import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { ObjectCondition, withConditions } from '../conditions';
import { recordEvent } from '../events';
import { ownedBy } from '../names';
import { createPod } from '../pods/createPod';
import { isReady, Pod } from '../pods/Pod';
import { Controller } from '../startController';
import { podsOf, referenceOf } from '../workloads/Workload';
import {
  instanceTemplate,
  PostgresCluster,
  PostgresStorage,
} from './postgresInstance';

/** Brings up the instances of CloudNativePG Clusters, one after the other. */
export function postgresController(
  context: ClusterContext,
): Controller<PostgresCluster> {
  const { store, clock } = context;

  function reconcile(cluster: PostgresCluster): undefined {
    addServices(context, cluster);
    const hibernated =
      cluster.metadata.annotations?.['cnpg.io/hibernation'] === 'on';
    if (hibernated) {
      podsOf(store, cluster).forEach(pod => store.delete(referenceOf(pod)));
    } else {
      addInstance(context, cluster);
    }
    const status = statusOf(cluster, {
      pods: podsOf(store, cluster),
      hibernated,
      now: timestamp(clock.now()),
    });
    store.updateStatus(referenceOf(cluster), status);
  }

  return { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', reconcile };
}

function addInstance(context: ClusterContext, cluster: PostgresCluster): void {
  const { store } = context;
  const pods = podsOf(store, cluster);
  const names = instanceNames(cluster);
  pods
    .filter(({ metadata }) => !names.includes(metadata.name))
    .forEach(pod => store.delete(referenceOf(pod)));
  const missing = names.find(
    name => !pods.some(({ metadata }) => metadata.name === name),
  );
  if (missing === undefined || !pods.every(isReady)) {
    return;
  }
  addClaims(context, cluster, missing);
  createPod(context, cluster, {
    name: missing,
    template: instanceTemplate(cluster, missing, missing === names[0]),
  });
  recordEvent(context, cluster, {
    type: 'Normal',
    reason: 'CreatingInstance',
    message: `Creating instance ${missing}`,
    component: 'cloudnative-pg',
  });
}

function instanceNames({ metadata, spec }: PostgresCluster): string[] {
  return Array.from(
    { length: spec.instances ?? 1 },
    (_, index) => `${metadata.name}-${index + 1}`,
  );
}

function addClaims(
  { store }: ClusterContext,
  cluster: PostgresCluster,
  instance: string,
): void {
  const { storage, walStorage } = cluster.spec;
  createOnce(store, claim(cluster, instance, 'PG_DATA', storage));
  if (walStorage) {
    createOnce(store, claim(cluster, instance, 'PG_WAL', walStorage));
  }
}

function claim(
  cluster: PostgresCluster,
  instance: string,
  role: 'PG_DATA' | 'PG_WAL',
  { size, storageClass }: PostgresStorage,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: role === 'PG_WAL' ? `${instance}-wal` : instance,
      namespace: cluster.metadata.namespace,
      labels: {
        'cnpg.io/cluster': cluster.metadata.name,
        'cnpg.io/instanceName': instance,
        'cnpg.io/pvcRole': role,
      },
      ownerReferences: ownedBy(cluster),
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: size } },
      ...(storageClass && { storageClassName: storageClass }),
    },
  };
}

function addServices(
  { store }: ClusterContext,
  cluster: PostgresCluster,
): void {
  const { name, namespace } = cluster.metadata;
  const roles = { rw: 'primary', ro: 'replica', r: undefined };
  for (const [suffix, role] of Object.entries(roles)) {
    createOnce(store, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `${name}-${suffix}`,
        namespace,
        labels: { 'cnpg.io/cluster': name },
        ownerReferences: ownedBy(cluster),
      },
      spec: {
        type: 'ClusterIP',
        selector: {
          'cnpg.io/cluster': name,
          ...(role && { 'cnpg.io/instanceRole': role }),
        },
        ports: [{ name: 'postgres', port: 5432, targetPort: 5432 }],
      },
    });
  }
}

function createOnce(
  store: ClusterContext['store'],
  object: KubernetesObject,
): void {
  if (!store.get(referenceOf(object))) {
    store.create(object);
  }
}

function statusOf(
  cluster: PostgresCluster,
  observed: { pods: readonly Pod[]; hibernated: boolean; now: string },
) {
  const { pods, hibernated, now } = observed;
  const names = instanceNames(cluster);
  const readyInstances = pods.filter(isReady).length;
  const healthy = readyInstances === names.length;
  const before = cluster.status as
    | { conditions?: ObjectCondition[] }
    | undefined;
  const readyCondition: ObjectCondition = {
    type: 'Ready',
    status: healthy ? 'True' : 'False',
    reason: healthy ? 'ClusterIsReady' : 'ClusterIsNotReady',
    message: healthy ? 'Cluster is Ready' : 'Cluster Is Not Ready',
  };
  const hibernation: ObjectCondition = {
    type: 'cnpg.io/hibernation',
    status: 'True',
    reason: 'Hibernated',
    message: 'Cluster has been hibernated',
  };
  const others = before?.conditions?.filter(
    ({ type }) => type !== hibernation.type,
  );
  return {
    phase: phaseOf(healthy, readyInstances),
    instances: pods.length,
    readyInstances,
    instanceNames: names,
    currentPrimary: names[0],
    targetPrimary: names[0],
    writeService: `${cluster.metadata.name}-rw`,
    readService: `${cluster.metadata.name}-r`,
    image: cluster.spec.imageName,
    conditions: withConditions(
      others,
      hibernated ? [hibernation, readyCondition] : [readyCondition],
      now,
    ),
  };
}

function phaseOf(healthy: boolean, readyInstances: number): string {
  if (healthy) {
    return 'Cluster in healthy state';
  }
  return readyInstances === 0
    ? 'Setting up primary'
    : 'Waiting for the instances to become active';
}
