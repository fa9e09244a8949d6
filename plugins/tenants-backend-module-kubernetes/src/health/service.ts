import { listAt, textAt } from '@tenantry/plugin-tenants-node';
import { healthy, ObservedKind, progressing } from './ObservedKind';

export const service: ObservedKind<{ pendingAddress: boolean }> = {
  kind: 'Service',
  group: '',
  versions: ['v1'],
  plural: 'services',
  project: object => ({
    pendingAddress:
      textAt(object, 'spec', 'type') === 'LoadBalancer' &&
      listAt(object, 'status', 'loadBalancer', 'ingress').length === 0,
  }),
  judge: ({ pendingAddress }) =>
    pendingAddress
      ? progressing(
          'WaitingForAddress',
          'The load balancer has no address yet. If it stays so, look at the events of the service.',
        )
      : healthy,
  onlyNamed: true,
};
