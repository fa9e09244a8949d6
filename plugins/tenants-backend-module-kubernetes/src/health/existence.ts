import { healthy, ObservedKind } from './ObservedKind';

/** Kinds of which nothing can be seen but that the object is there. */
export const existenceKinds: readonly ObservedKind<null>[] = [
  define('NetworkPolicy', 'networking.k8s.io', ['v1'], 'networkpolicies'),
  define('PodDisruptionBudget', 'policy', ['v1'], 'poddisruptionbudgets'),
  define('ObjectStore', 'barmancloud.cnpg.io', ['v1'], 'objectstores'),
  define('LimitRange', '', ['v1'], 'limitranges'),
  define(
    'PeerAuthentication',
    'security.istio.io',
    ['v1', 'v1beta1'],
    'peerauthentications',
  ),
  define('PodMonitor', 'monitoring.coreos.com', ['v1'], 'podmonitors'),
  define('ServiceMonitor', 'monitoring.coreos.com', ['v1'], 'servicemonitors'),
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
