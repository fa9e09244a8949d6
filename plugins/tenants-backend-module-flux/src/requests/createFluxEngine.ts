import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterConnection, GitOpsEngine } from '@tenantry/plugin-tenants-node';
import { KustomizationRequest } from './KustomizationRequest';

/**
 * Creates the GitOps engine `flux`, which takes requests by changing the Kustomization on the
 * tenant's cluster, as Flux's own command line does.
 */
export function createFluxEngine(options: {
  /** By cluster of the registry. */
  connections: ReadonlyMap<string, ClusterConnection>;
  now?: () => Date;
}): GitOpsEngine {
  const { connections, now = () => new Date() } = options;
  return {
    id: 'flux',
    async request(request) {
      const { cluster } = request.binding.application;
      const connection = connections.get(cluster);
      if (!connection) {
        throw new ServiceUnavailableError(
          `No credentials are configured for the cluster "${cluster}".`,
        );
      }
      await new KustomizationRequest(request, connection, now()).make();
    },
  };
}
