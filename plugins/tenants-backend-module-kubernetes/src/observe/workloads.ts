import { Workload } from '@tenantry/plugin-tenants-common';
import { NamespaceView } from '@tenantry/plugin-tenants-node';
import {
  daemonSet,
  deployment,
  ObservedKind,
  pod,
  postgresCluster,
  statefulSet,
} from '../health';
import { judgeObjects } from './judgeObjects';
import { ObserveContext } from './ObserveContext';

type ObservedWorkload = Omit<Workload, 'component'>;

/** The numbers of a workload, apart from its pods. */
type Counts = Pick<
  ObservedWorkload,
  'readyReplicas' | 'desiredReplicas' | 'images'
>;

/** The workloads of a namespace, with what their pods say. */
export function workloadsIn(context: ObserveContext): ObservedWorkload[] {
  return [
    ...describe(deployment, context, toCounts),
    ...describe(statefulSet, context, toCounts),
    ...describe(daemonSet, context, toCounts),
    ...describe(postgresCluster, context, cluster => ({
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
  context: ObserveContext,
  countsOf: (projection: P) => Counts,
): ObservedWorkload[] {
  const { view } = context;
  const judgements = new Map(
    judgeObjects(kind, context).map(check => [check.object, check]),
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
