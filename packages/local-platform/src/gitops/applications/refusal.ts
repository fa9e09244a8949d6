import { FaultBoard, tenantTarget } from '../../faults';
import { KubernetesObject } from '../../kubernetes/ObjectStore';

/**
 * What an API server answers to a change that it refuses, while the fault `failed-sync` is on:
 * every change of a Deployment, as if its selector had been touched.
 */
export function refusal(
  faults: FaultBoard,
  cluster: string,
  { kind, metadata }: KubernetesObject,
): string | undefined {
  const target = tenantTarget(cluster, metadata.namespace ?? '');
  const fails = target && faults.isActive('failed-sync', target);
  return fails && kind === 'Deployment'
    ? `Deployment.apps "${metadata.name}" is invalid: spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{"app":"${metadata.name}"}}: field is immutable`
    : undefined;
}
