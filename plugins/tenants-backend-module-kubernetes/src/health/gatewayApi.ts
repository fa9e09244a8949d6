import {
  Condition,
  conditionsOf,
  listAt,
  KubernetesObject,
} from '@tenantry/plugin-tenants-node';
import { Judgement, ObservedKind } from './ObservedKind';
import { judgeCondition } from './readyCondition';

const group = 'gateway.networking.k8s.io';
const runbook = 'route-not-accepted';

/** Conditions in the order in which they come true. */
interface GatewayProjection {
  accepted?: Condition;
  programmed?: Condition;
}

export const gatewayApiGateway: ObservedKind<GatewayProjection> = {
  kind: 'Gateway',
  group,
  versions: ['v1', 'v1beta1'],
  plural: 'gateways',
  project(object) {
    const conditions = conditionsOf(object);
    return {
      accepted: conditions.get('Accepted'),
      programmed: conditions.get('Programmed'),
    };
  },
  judge: ({ accepted, programmed }) =>
    judgeCondition(accepted?.status === 'False' ? accepted : programmed, {
      advice:
        'Clients cannot connect. Check the listeners and their certificates.',
      runbook,
    }),
};

/** What is kept of a route: for each gateway, what it says about the route. */
type RouteProjection = readonly {
  accepted?: Condition;
  resolved?: Condition;
}[];

export const httpRoute = defineRoute('HTTPRoute', 'httproutes', [
  'v1',
  'v1beta1',
]);
export const grpcRoute = defineRoute('GRPCRoute', 'grpcroutes', ['v1']);

function defineRoute(
  kind: string,
  plural: string,
  versions: readonly string[],
): ObservedKind<RouteProjection> {
  return {
    kind,
    group,
    versions,
    plural,
    project: projectRoute,
    judge: judgeRoute,
  };
}

function projectRoute(object: KubernetesObject): RouteProjection {
  return listAt(object, 'status', 'parents').map(parent => {
    const conditions = conditionsOf({ status: parent });
    return {
      accepted: conditions.get('Accepted'),
      resolved: conditions.get('ResolvedRefs'),
    };
  });
}

function judgeRoute(parents: RouteProjection): Judgement {
  const refusing = parents.find(({ accepted }) => accepted?.status === 'False');
  const dangling = parents.find(({ resolved }) => resolved?.status === 'False');
  const condition =
    refusing?.accepted ?? dangling?.resolved ?? parents[0]?.accepted;
  return judgeCondition(condition, {
    advice:
      'Requests to its hosts are not answered. Check that the gateway admits the route and that its backends exist.',
    runbook,
  });
}
