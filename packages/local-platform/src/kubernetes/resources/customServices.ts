import { definitionsOf } from './define';

const certManager = definitionsOf('cert-manager.io', 'v1', {
  custom: true,
  categories: ['cert-manager'],
});
const externalSecrets = definitionsOf('external-secrets.io', 'v1', {
  custom: true,
  categories: ['external-secrets'],
});
const monitoring = definitionsOf('monitoring.coreos.com', 'v1', {
  custom: true,
  categories: ['prometheus-operator'],
});
const postgres = definitionsOf('postgresql.cnpg.io', 'v1', { custom: true });

/** The custom resources of cert-manager, External Secrets, Prometheus operator and CloudNativePG. */
export const serviceResources = [
  certManager('Certificate', { shortNames: ['cert', 'certs'] }),
  certManager('CertificateRequest', { shortNames: ['cr', 'crs'] }),
  certManager('Issuer'),
  certManager('ClusterIssuer', { namespaced: false }),
  externalSecrets('ExternalSecret', { shortNames: ['es'] }),
  externalSecrets('SecretStore', { shortNames: ['ss'] }),
  externalSecrets('ClusterSecretStore', {
    shortNames: ['css'],
    namespaced: false,
  }),
  monitoring('PodMonitor', { shortNames: ['pmon'] }),
  monitoring('ServiceMonitor', { shortNames: ['smon'] }),
  monitoring('PrometheusRule', { shortNames: ['promrule'] }),
  postgres('Cluster', { subresources: ['status', 'scale'] }),
  postgres('Backup'),
  postgres('ScheduledBackup'),
  postgres('Database'),
];
