import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { ObjectCondition, withConditions } from '../conditions';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';

/** Finds every SecretStore in order. */
export function secretStoreController({
  store,
  clock,
}: ClusterContext): Controller<KubernetesObject> {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    reconcile(secretStore) {
      const before = secretStore.status as
        | { conditions?: ObjectCondition[] }
        | undefined;
      store.updateStatus(referenceOf(secretStore), {
        capabilities: 'ReadWrite',
        conditions: withConditions(
          before?.conditions,
          [
            {
              type: 'Ready',
              status: 'True',
              reason: 'Valid',
              message: 'store validated',
            },
          ],
          timestamp(clock.now()),
        ),
      });
      return undefined;
    },
  };
}
