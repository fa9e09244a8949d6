import { KubernetesObject } from '../kubernetes/ObjectStore';
import { apiVersionOf } from '../kubernetes/resources';
import { ClusterContext } from './ClusterContext';
import { expireEvents } from './events';
import { editByHand } from './handEdits';
import { podController } from './pods/podController';
import { backupController } from './services/backupController';
import { certificateController } from './services/certificateController';
import { claimController, releaseVolumes } from './services/claimController';
import { externalSecretController } from './services/externalSecretController';
import { postgresController } from './services/postgresController';
import { realmImportController } from './services/realmImportController';
import { requestedBackupController } from './services/requestedBackupController';
import { secretStoreController } from './services/secretStoreController';
import { serviceController } from './services/serviceController';
import { Controller, startController } from './startController';
import { cronJobController } from './workloads/cronJobController';
import { deploymentController } from './workloads/deploymentController';
import { downscaler } from './workloads/downscaler';
import { jobController } from './workloads/jobController';
import { replicaSetController } from './workloads/replicaSetController';
import { statefulSetController } from './workloads/statefulSetController';

/**
 * Starts the simulated controllers of the kinds that a cluster knows; returns the function that
 * stops them.
 */
export function startControllers(context: ClusterContext): () => void {
  const { store } = context;
  const stops = [
    expireEvents(context),
    releaseVolumes(context),
    editByHand(context),
  ];

  function start<T extends KubernetesObject>(controller: Controller<T>): void {
    const known = store.resources.some(
      resource =>
        resource.kind === controller.kind &&
        apiVersionOf(resource) === controller.apiVersion,
    );
    if (known) {
      stops.push(startController(context, controller));
    }
  }

  start(deploymentController(context));
  start(replicaSetController(context));
  start(statefulSetController(context));
  start(cronJobController(context));
  start(jobController(context));
  start(downscaler(context));
  start(podController(context));
  start(claimController(context));
  start(serviceController(context));
  start(certificateController(context));
  start(secretStoreController(context));
  start(externalSecretController(context));
  start(postgresController(context));
  start(backupController(context));
  start(requestedBackupController(context));
  start(realmImportController(context));
  return () => stops.forEach(stop => stop());
}
