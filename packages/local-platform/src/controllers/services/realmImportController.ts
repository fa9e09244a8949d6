import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { ObjectCondition, withConditions } from '../conditions';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';

/** Imports every realm of a KeycloakRealmImport, in the time of a job; there is no Keycloak. */
export function realmImportController({
  store,
  clock,
  timings,
}: ClusterContext): Controller<KubernetesObject> {
  return {
    apiVersion: 'k8s.keycloak.org/v2alpha1',
    kind: 'KeycloakRealmImport',
    reconcile(realmImport) {
      const now = clock.now();
      const { creationTimestamp } = realmImport.metadata;
      const leftMs =
        Date.parse(creationTimestamp!) + timings.job - now.getTime();
      const done = leftMs <= 0;
      const before = realmImport.status as
        | { conditions?: ObjectCondition[] }
        | undefined;
      store.updateStatus(referenceOf(realmImport), {
        conditions: withConditions(
          before?.conditions,
          [
            { type: 'Started', status: done ? 'False' : 'True' },
            { type: 'Done', status: done ? 'True' : 'False' },
            { type: 'HasErrors', status: 'False' },
          ],
          timestamp(now),
        ),
      });
      return done ? undefined : leftMs;
    },
  };
}
