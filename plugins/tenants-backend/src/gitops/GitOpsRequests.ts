import { AuditorService } from '@backstage/backend-plugin-api';
import { NotImplementedError } from '@backstage/errors';
import { GitOpsRequest } from '@tenantry/plugin-tenants-common';
import { GitOpsEngine } from '@tenantry/plugin-tenants-node';
import { Request } from 'express';
import { audited } from '../audit';
import { RegistryView } from '../registry/RegistryView';
import { auditEvent } from './auditEvent';
import { GitOpsAuthorizer, RequesterCredentials } from './GitOpsAuthorizer';
import { RequestSlots } from './RequestSlots';

export interface GitOpsRequestsOptions {
  authorizer: GitOpsAuthorizer;
  auditor: AuditorService;
  registry: Pick<RegistryView, 'registry'>;
  /** By id. */
  engines: ReadonlyMap<string, GitOpsEngine>;
}

export interface RequestGitOpsOptions {
  tenant: string;
  environment: string;
  request: GitOpsRequest;
  credentials: RequesterCredentials;
  /** Where the request came from, for the audit log. */
  httpRequest: Request<any, any, any, any, any>;
}

const timeoutMs = 15_000;

/** Passes requests of those who may on to the GitOps engine of the platform. */
export class GitOpsRequests {
  readonly #options: GitOpsRequestsOptions;
  readonly #slots = new RequestSlots();

  constructor(options: GitOpsRequestsOptions) {
    this.#options = options;
  }

  /**
   * Returns once the engine has taken the request.
   *
   * @throws NotFoundError when there is no such tenant environment, or the caller may not see it.
   * @throws NotAllowedError when the caller may see it, but not ask for this.
   * @throws ConflictError when the engine is busy, or set up so that it refuses.
   * @throws NotImplementedError when no module takes requests for the platform's engine.
   * @throws ServiceUnavailableError when the engine does not answer in time.
   */
  async request(options: RequestGitOpsOptions): Promise<void> {
    const { auditor } = this.#options;
    await audited({ auditor, ...auditEvent(options) }, () =>
      this.#pass(options),
    );
  }

  async #pass(options: RequestGitOpsOptions): Promise<void> {
    const { request, credentials } = options;
    const binding = await this.#options.authorizer.authorize({
      ...options,
      action: request.action,
    });
    const engine = this.#engine();
    await this.#slots.during(`${binding.tenant}/${binding.environment}`, () =>
      engine.request({
        binding,
        request,
        requestedBy: nameOf(credentials),
        signal: AbortSignal.timeout(timeoutMs),
      }),
    );
  }

  #engine(): GitOpsEngine {
    const { registry, engines } = this.#options;
    const id = registry.registry().platform.descriptor.spec.gitops.engine;
    const engine = engines.get(id);
    if (!engine) {
      throw new NotImplementedError(
        `This portal passes no requests on to the GitOps engine "${id}": its module is not installed, or told to take none.`,
      );
    }
    return engine;
  }
}

function nameOf({ principal }: RequesterCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
