import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ResourceHealth } from '../applications/Application';

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** The conditions of an object's status. */
export function conditionsOf(object: KubernetesObject): Condition[] {
  const status = object.status as { conditions?: Condition[] } | undefined;
  return status?.conditions ?? [];
}

/**
 * Health of a kind whose `Ready` condition says it all. While `Issuing` is true a certificate is
 * still on its way.
 */
export function conditionHealth(
  object: KubernetesObject,
  { waiting }: { waiting: string },
): ResourceHealth {
  const conditions = conditionsOf(object);
  const find = (type: string) =>
    conditions.find(condition => condition.type === type);
  const issuing = find('Issuing');
  if (issuing?.status === 'True' && issuing.reason !== 'Failed') {
    return { status: 'Progressing', message: issuing.message };
  }
  const ready = find('Ready');
  if (ready?.status === 'True') {
    return { status: 'Healthy', message: ready.message };
  }
  return ready?.status === 'False'
    ? { status: 'Degraded', message: ready.message }
    : { status: 'Progressing', message: waiting };
}
