import { GitOpsRequest } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '../registry';

/**
 * Passes requests on to a GitOps engine. Who may make them is decided before.
 *
 * @public
 */
export interface GitOpsEngine {
  /** The same as the engine's status source, for example `argocd`. */
  readonly id: string;

  /**
   * Makes the request and returns once the engine has taken it, not once it is done.
   *
   * @param options.requestedBy - entity ref of the user, for the engine's own records
   * @throws ConflictError when the engine is busy, or set up so that it refuses; the message says
   *   what to do instead.
   * @throws NotFoundError when the engine does not have the application.
   * @throws ServiceUnavailableError when the engine does not answer in time.
   */
  request(options: {
    binding: TenantBinding;
    request: GitOpsRequest;
    requestedBy: string;
    signal: AbortSignal;
  }): Promise<void>;
}
