import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { GitOpsRequest } from '@tenantry/plugin-tenants-common';
import {
  changeObject,
  ClusterConnection,
  GitOpsEngine,
  KubernetesObject,
  TenantBinding,
  textAt,
} from '@tenantry/plugin-tenants-node';
import { application } from '../application/Application';
import { explainMismatch } from '../application/destination';
import { rollbackPatch } from './rollbackPatch';
import { syncPatch } from './syncPatch';

/** Annotation that asks Argo CD for a look; Argo CD removes it. */
const refreshAnnotation = 'argocd.argoproj.io/refresh';

/**
 * Creates the GitOps engine `argocd`, which takes requests by changing the Application on the hub,
 * as Argo CD's own command line does with `--core`: no account in Argo CD is needed.
 */
export function createArgoCdEngine({
  connections,
}: {
  /** By cluster of the registry. */
  connections: ReadonlyMap<string, ClusterConnection>;
}): GitOpsEngine {
  return {
    id: 'argocd',
    async request({ binding, request, requestedBy, signal }) {
      const { cluster, namespace, name } = binding.application;
      const connection = connections.get(cluster);
      if (!connection) {
        throw new ServiceUnavailableError(
          `No credentials are configured for the cluster "${cluster}".`,
        );
      }
      await changeObject({
        connection,
        kind: application,
        namespace,
        name,
        signal,
        change: object => {
          requireTrust(object, binding, connections);
          return patchFor(object, request, requestedBy);
        },
      });
    },
  };
}

/** @throws ConflictError when the Application is about something else than the binding. */
function requireTrust(
  object: KubernetesObject,
  binding: TenantBinding,
  connections: ReadonlyMap<string, ClusterConnection>,
): void {
  const { name } = binding.application;
  const projection = application.project(object);
  const mismatch = explainMismatch(projection, binding, connections);
  if (mismatch) {
    throw new ConflictError(
      `The Application ${name} is not about this tenant environment. ${mismatch}`,
    );
  }
  if (textAt(object, 'metadata', 'deletionTimestamp')) {
    throw new ConflictError(`The Application ${name} is being deleted.`);
  }
}

function patchFor(
  object: KubernetesObject,
  request: GitOpsRequest,
  requestedBy: string,
): Record<string, unknown> {
  switch (request.action) {
    case 'sync':
      return syncPatch(object, requestedBy);
    case 'refresh':
      return {
        metadata: { annotations: { [refreshAnnotation]: 'normal' } },
      };
    case 'rollback':
      return rollbackPatch(object, request.deployment, requestedBy);
    default:
      throw new ConflictError(
        'An Application of Argo CD cannot be suspended. Switch automated sync off in Git instead.',
      );
  }
}
