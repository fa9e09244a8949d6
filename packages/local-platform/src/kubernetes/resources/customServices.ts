import { conditionColumn, customAgeColumn, pathColumn } from './columns/column';
import { definitionsOf } from './define';

const ready = conditionColumn('Ready', 'Ready');
const statusMessage = conditionColumn('Status', 'Ready', 'message', {
  priority: 1,
});
const storeColumns = [
  customAgeColumn,
  conditionColumn('Status', 'Ready', 'reason'),
  pathColumn('Capabilities', '.status.capabilities'),
  ready,
];

const certManager = definitionsOf('cert-manager.io', 'v1', {
  custom: true,
  categories: ['cert-manager'],
  columns: [ready, statusMessage, customAgeColumn],
});
const externalSecrets = definitionsOf('external-secrets.io', 'v1', {
  custom: true,
  categories: ['external-secrets'],
  columns: storeColumns,
});
const monitoring = definitionsOf('monitoring.coreos.com', 'v1', {
  custom: true,
  categories: ['prometheus-operator'],
});
const postgres = definitionsOf('postgresql.cnpg.io', 'v1', { custom: true });
const barmanCloud = definitionsOf('barmancloud.cnpg.io', 'v1', {
  custom: true,
});
const keycloak = definitionsOf('k8s.keycloak.org', 'v2alpha1', {
  custom: true,
});

/**
 * The custom resources of cert-manager, External Secrets, Prometheus operator, CloudNativePG and
 * Keycloak.
 */
export const serviceResources = [
  certManager('Certificate', {
    shortNames: ['cert', 'certs'],
    columns: [
      ready,
      pathColumn('Secret', '.spec.secretName'),
      pathColumn('Issuer', '.spec.issuerRef.name', { priority: 1 }),
      statusMessage,
      customAgeColumn,
    ],
  }),
  certManager('CertificateRequest', {
    shortNames: ['cr', 'crs'],
    columns: [
      conditionColumn('Approved', 'Approved'),
      conditionColumn('Denied', 'Denied'),
      ready,
      pathColumn('Issuer', '.spec.issuerRef.name'),
      pathColumn('Requester', '.spec.username'),
      statusMessage,
      customAgeColumn,
    ],
  }),
  certManager('Issuer'),
  certManager('ClusterIssuer', { namespaced: false }),
  externalSecrets('ExternalSecret', {
    shortNames: ['es'],
    columns: [
      pathColumn('StoreType', '.spec.secretStoreRef.kind'),
      pathColumn('Store', '.spec.secretStoreRef.name'),
      pathColumn('Refresh Interval', '.spec.refreshInterval'),
      conditionColumn('Status', 'Ready', 'reason'),
      ready,
      pathColumn('Last Sync', '.status.refreshTime', { type: 'date' }),
    ],
  }),
  externalSecrets('SecretStore', { shortNames: ['ss'] }),
  externalSecrets('ClusterSecretStore', {
    shortNames: ['css'],
    namespaced: false,
  }),
  monitoring('PodMonitor', { shortNames: ['pmon'] }),
  monitoring('ServiceMonitor', { shortNames: ['smon'] }),
  monitoring('PrometheusRule', { shortNames: ['promrule'] }),
  postgres('Cluster', {
    subresources: ['status', 'scale'],
    columns: [
      customAgeColumn,
      pathColumn('Instances', '.status.instances', { type: 'integer' }),
      pathColumn('Ready', '.status.readyInstances', { type: 'integer' }),
      pathColumn('Status', '.status.phase'),
      pathColumn('Primary', '.status.currentPrimary'),
    ],
  }),
  postgres('Backup', {
    columns: [
      customAgeColumn,
      pathColumn('Cluster', '.spec.cluster.name'),
      pathColumn('Method', '.spec.method'),
      pathColumn('Phase', '.status.phase'),
      pathColumn('Error', '.status.error'),
    ],
  }),
  postgres('ScheduledBackup', {
    columns: [
      customAgeColumn,
      pathColumn('Cluster', '.spec.cluster.name'),
      pathColumn('Last Backup', '.status.lastScheduleTime', { type: 'date' }),
    ],
  }),
  postgres('Database', {
    columns: [
      customAgeColumn,
      pathColumn('Cluster', '.spec.cluster.name'),
      pathColumn('PG Name', '.spec.name'),
      pathColumn('Applied', '.status.applied', { type: 'boolean' }),
      pathColumn('Message', '.status.message'),
    ],
  }),
  barmanCloud('ObjectStore', { columns: [customAgeColumn] }),
  keycloak('KeycloakRealmImport', {
    columns: [conditionColumn('Done', 'Done'), customAgeColumn],
  }),
];
