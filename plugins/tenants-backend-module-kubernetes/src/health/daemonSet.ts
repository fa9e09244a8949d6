import { numberAt } from '@tenantry/plugin-tenants-node';
import { ObservedKind } from './ObservedKind';
import {
  isObserved,
  judgeWorkload,
  templateOf,
  WorkloadProjection,
} from './workload';

export const daemonSet: ObservedKind<WorkloadProjection> = {
  kind: 'DaemonSet',
  group: 'apps',
  versions: ['v1'],
  plural: 'daemonsets',
  project(object) {
    const status = (field: string) => numberAt(object, 'status', field) ?? 0;
    return {
      desired: status('desiredNumberScheduled'),
      ready: status('numberReady'),
      updated: status('updatedNumberScheduled'),
      available: status('numberAvailable'),
      observed: isObserved(object),
      paused: false,
      ...templateOf(object),
    };
  },
  judge: judgeWorkload,
};
