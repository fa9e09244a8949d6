import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { HealthStatus, ResourceHealth } from '../applications/Application';
import { conditionHealth } from './conditionHealth';
import { postgresClusterHealth } from './postgresClusterHealth';
import {
  claimHealth,
  deploymentHealth,
  jobHealth,
  serviceHealth,
  statefulSetHealth,
} from './workloadHealth';

type HealthRule = (object: KubernetesObject) => ResourceHealth;

const rules: Readonly<Record<string, HealthRule>> = {
  'apps/Deployment': deploymentHealth,
  'apps/StatefulSet': statefulSetHealth,
  'batch/Job': jobHealth,
  '/PersistentVolumeClaim': claimHealth,
  '/Service': serviceHealth,
  'cert-manager.io/Certificate': object =>
    conditionHealth(object, { waiting: 'Waiting for certificate' }),
  'external-secrets.io/ExternalSecret': object =>
    conditionHealth(object, { waiting: 'Waiting for ExternalSecret' }),
  'external-secrets.io/SecretStore': object =>
    conditionHealth(object, { waiting: 'Waiting for SecretStore' }),
  'postgresql.cnpg.io/Cluster': postgresClusterHealth,
};

/** Best first, as Argo CD orders them. */
const healthOrder: readonly HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/**
 * Health of a live object by Argo CD's rules; undefined for a kind that has none, which then does
 * not count.
 */
export function resourceHealth(
  object: KubernetesObject,
): ResourceHealth | undefined {
  if (object.metadata.deletionTimestamp) {
    return { status: 'Progressing', message: 'Pending deletion' };
  }
  return rules[`${groupOf(object)}/${object.kind}`]?.(object);
}

/** The worst of the healths; Healthy when there is none. */
export function worstHealth(healths: readonly HealthStatus[]): HealthStatus {
  return healths.reduce<HealthStatus>(
    (worst, next) =>
      healthOrder.indexOf(next) > healthOrder.indexOf(worst) ? next : worst,
    'Healthy',
  );
}

/** The API group of an object; empty for the core group. */
export function groupOf({ apiVersion }: { apiVersion: string }): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}
