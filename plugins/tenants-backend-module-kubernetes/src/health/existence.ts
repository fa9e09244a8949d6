import { healthy, ObservedKind } from './ObservedKind';

/** Kinds of which nothing can be seen but that the object is there. */
export const existenceKinds: readonly ObservedKind<null>[] = [
  define('NetworkPolicy', 'networking.k8s.io', ['v1'], 'networkpolicies'),
  define('ResourceQuota', '', ['v1'], 'resourcequotas'),
  define('LimitRange', '', ['v1'], 'limitranges'),
  define('Gateway', 'networking.istio.io', ['v1', 'v1beta1'], 'gateways'),
  define(
    'VirtualService',
    'networking.istio.io',
    ['v1', 'v1beta1'],
    'virtualservices',
  ),
  define(
    'DestinationRule',
    'networking.istio.io',
    ['v1', 'v1beta1'],
    'destinationrules',
  ),
  define(
    'AuthorizationPolicy',
    'security.istio.io',
    ['v1', 'v1beta1'],
    'authorizationpolicies',
  ),
  define(
    'PeerAuthentication',
    'security.istio.io',
    ['v1', 'v1beta1'],
    'peerauthentications',
  ),
  define(
    'HTTPRoute',
    'gateway.networking.k8s.io',
    ['v1', 'v1beta1'],
    'httproutes',
  ),
  define('GRPCRoute', 'gateway.networking.k8s.io', ['v1'], 'grpcroutes'),
  define('PodMonitor', 'monitoring.coreos.com', ['v1'], 'podmonitors'),
  define('ServiceMonitor', 'monitoring.coreos.com', ['v1'], 'servicemonitors'),
  define('ScheduledBackup', 'postgresql.cnpg.io', ['v1'], 'scheduledbackups'),
];

function define(
  kind: string,
  group: string,
  versions: string[],
  plural: string,
): ObservedKind<null> {
  return {
    kind,
    group,
    versions,
    plural,
    project: () => null,
    judge: () => healthy,
    onlyNamed: true,
  };
}
