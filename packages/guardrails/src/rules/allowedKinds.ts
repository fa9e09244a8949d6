/** The kinds that every tenant may have in its namespace, by group. */
export const allowedKinds: Record<string, readonly string[]> = {
  '': [
    'ConfigMap',
    'LimitRange',
    'PersistentVolumeClaim',
    'Pod',
    'ResourceQuota',
    'Service',
    'ServiceAccount',
  ],
  apps: ['Deployment', 'StatefulSet'],
  autoscaling: ['HorizontalPodAutoscaler'],
  'barmancloud.cnpg.io': ['ObjectStore'],
  batch: ['CronJob', 'Job'],
  'cert-manager.io': ['Certificate', 'Issuer'],
  'external-secrets.io': ['ExternalSecret', 'SecretStore'],
  'gateway.networking.k8s.io': ['Gateway', 'GRPCRoute', 'HTTPRoute'],
  'monitoring.coreos.com': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
  'networking.istio.io': [
    'DestinationRule',
    'Gateway',
    'ServiceEntry',
    'Sidecar',
    'VirtualService',
  ],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  policy: ['PodDisruptionBudget'],
  'postgresql.cnpg.io': ['Backup', 'Cluster', 'Pooler', 'ScheduledBackup'],
  'security.istio.io': [
    'AuthorizationPolicy',
    'PeerAuthentication',
    'RequestAuthentication',
  ],
  'telemetry.istio.io': ['Telemetry'],
};

/** The kinds that no tenant may have, whatever an environment allows. */
const forbiddenGroups = [
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'certificates.k8s.io',
  'rbac.authorization.k8s.io',
];
const forbiddenCoreKinds = ['Node', 'PersistentVolume', 'Secret'];

export function isForbidden({ group, kind }: { group: string; kind: string }) {
  return (
    forbiddenGroups.includes(group) ||
    (group === '' && forbiddenCoreKinds.includes(kind))
  );
}
