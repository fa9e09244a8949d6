import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ResourceHealth } from '../applications/Application';
import { conditionsOf } from './conditionHealth';

/** Health of a CloudNativePG Cluster, which puts what it is doing into `status.phase`. */
export function postgresClusterHealth(
  object: KubernetesObject,
): ResourceHealth {
  const { phase, phaseReason } = (object.status ?? {}) as {
    phase?: string;
    phaseReason?: string;
  };
  const hibernating = conditionsOf(object).some(
    ({ type, status }) => type === 'cnpg.io/hibernation' && status === 'True',
  );
  if (hibernating) {
    return { status: 'Suspended', message: 'Cluster is hibernated' };
  }
  if (phase === 'Cluster in healthy state') {
    return { status: 'Healthy', message: phase };
  }
  const message = phaseReason ?? phase ?? 'Waiting for the cluster';
  return /fail|unrecoverable|not enough disk/i.test(phase ?? '')
    ? { status: 'Degraded', message }
    : { status: 'Progressing', message };
}
