import { Workload } from '@tenantry/plugin-tenants-common';
import { NamespaceView } from '@tenantry/plugin-tenants-node';
import {
  deployment,
  ObservedKind,
  pod,
  postgresCluster,
  statefulSet,
} from '../health';
import { judgeObjects } from './judgeObjects';

type ObservedWorkload = Omit<Workload, 'component'>;

/** The numbers of a workload, apart from its pods. */
type Counts = Pick<
  ObservedWorkload,
  'readyReplicas' | 'desiredReplicas' | 'images'
>;

/** The workloads of a namespace, with what their pods say. */
export function workloadsIn(
  view: NamespaceView,
  now: Date,
): ObservedWorkload[] {
  return [
    ...describe(deployment, view, now, toCounts),
    ...describe(statefulSet, view, now, toCounts),
    ...describe(postgresCluster, view, now, cluster => ({
      readyReplicas: cluster.ready,
      desiredReplicas: cluster.hibernated ? 0 : cluster.instances,
      images: cluster.image ? [cluster.image] : [],
    })),
  ];
}

function toCounts(workload: {
  ready: number;
  desired: number;
  images: string[];
}): Counts {
  return {
    readyReplicas: workload.ready,
    desiredReplicas: workload.desired,
    images: workload.images,
  };
}

function describe<P>(
  kind: ObservedKind<P>,
  view: NamespaceView,
  now: Date,
  countsOf: (projection: P) => Counts,
): ObservedWorkload[] {
  const judgements = new Map(
    judgeObjects(kind, view, now).map(check => [check.object, check]),
  );
  return [...view.objects(kind)].map(([name, projection]) => {
    const { health, reason, message } = judgements.get(`${kind.kind}/${name}`)!;
    return {
      kind: kind.kind,
      name,
      health,
      ...(reason && { reason }),
      ...(message && { message }),
      ...countsOf(projection),
      restarts: restartsOf(`${kind.kind}/${name}`, view),
    };
  });
}

function restartsOf(owner: string, view: NamespaceView): number {
  return [...view.objects(pod).values()]
    .filter(entry => entry.owner === owner)
    .reduce((sum, { restarts }) => sum + restarts, 0);
}
