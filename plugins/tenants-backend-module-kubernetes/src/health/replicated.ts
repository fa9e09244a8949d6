import { numberAt, textAt } from '@tenantry/plugin-tenants-node';
import { ObservedKind } from './ObservedKind';
import { judgeWorkload, projectWorkload, WorkloadProjection } from './workload';

export const deployment: ObservedKind<WorkloadProjection> = {
  kind: 'Deployment',
  group: 'apps',
  versions: ['v1'],
  plural: 'deployments',
  project: projectWorkload,
  judge: judgeWorkload,
};

export const statefulSet: ObservedKind<WorkloadProjection> = {
  kind: 'StatefulSet',
  group: 'apps',
  versions: ['v1'],
  plural: 'statefulsets',
  project(object) {
    const workload = projectWorkload(object);
    const current = textAt(object, 'status', 'currentRevision');
    const updating = textAt(object, 'status', 'updateRevision') !== current;
    const { ready, updated } = workload;
    return {
      ...workload,
      // Outside of an update the controller may leave these counts out.
      updated: updating ? updated : workload.desired,
      available: numberAt(object, 'status', 'availableReplicas') ?? ready,
    };
  },
  judge: judgeWorkload,
};
