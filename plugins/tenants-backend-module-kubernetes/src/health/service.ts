import { listAt, textAt } from '@tenantry/plugin-tenants-node';
import { textsAt } from './labels';
import { EndpointsProjection } from './endpointSlice';
import {
  ageMs,
  degraded,
  healthy,
  JudgeContext,
  Judgement,
  ObservedKind,
  progressing,
  suspended,
} from './ObservedKind';

/** What is kept of a service. */
export interface ServiceProjection {
  /** Whether a load balancer is asked for and has no address yet. */
  pendingAddress: boolean;
  /** Labels of the pods behind it; empty when it finds none by itself. */
  selector: Record<string, string>;
  /** Whether an operator has made it, which knows better what should be behind it. */
  managed: boolean;
  /** RFC 3339. */
  createdAt?: string;
}

export const service: ObservedKind<ServiceProjection> = {
  kind: 'Service',
  group: '',
  versions: ['v1'],
  plural: 'services',
  project: object => ({
    pendingAddress:
      textAt(object, 'spec', 'type') === 'LoadBalancer' &&
      listAt(object, 'status', 'loadBalancer', 'ingress').length === 0,
    selector: textsAt(object, 'spec', 'selector'),
    managed: listAt(object, 'metadata', 'ownerReferences').length > 0,
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  }),
  judge: ({ pendingAddress }) =>
    pendingAddress
      ? progressing(
          'WaitingForAddress',
          'The load balancer has no address yet. If it stays so, look at the events of the service.',
          'service-unreachable',
        )
      : healthy,
  onlyNamed: true,
};

/**
 * Judges a service with its endpoints. Of one that has not even an empty slice of them nothing is
 * said: it has just been created, or its addresses are nobody's business but its own.
 *
 * @param others.stopped - whether what runs the pods behind it is switched off
 */
export function judgeService(
  projection: ServiceProjection,
  {
    slices,
    stopped,
  }: { slices: readonly EndpointsProjection[]; stopped: boolean },
  context: JudgeContext,
): Judgement {
  const own = service.judge(projection, context);
  const ready = slices.some(slice => slice.ready > 0);
  const { selector, managed, createdAt } = projection;
  const exempt = managed || Object.keys(selector).length === 0;
  if (own.health !== 'Healthy' || exempt || slices.length === 0 || ready) {
    return own;
  }
  if (stopped) {
    return suspended(
      'NothingRuns',
      'What is behind the service is switched off.',
      'workload-stopped',
    );
  }
  const young = ageMs(createdAt, context.now) < context.thresholds.podStartMs;
  const tell = young ? progressing : degraded;
  return tell(
    'NoReadyEndpoint',
    'No pod behind the service is ready, so nobody can connect. Look at the pods that it selects, or at its selector when there are none.',
    'service-unreachable',
  );
}
