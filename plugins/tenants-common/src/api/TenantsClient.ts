import { ResponseError } from '@backstage/errors';
import {
  ChangePreview,
  GitOpsRequest,
  MetricRange,
  Rollout,
  RolloutAction,
  RolloutPlan,
  RolloutRequest,
  TenantEnvironmentDetails,
  TenantEnvironmentMetrics,
  TenantStatus,
} from '../model';
import {
  EnvironmentOption,
  ListClustersRequest,
  ListClustersResponse,
  ListTenantsRequest,
  ListTenantsResponse,
  NameAvailability,
  PreviewChangeRequest,
  RequestOptions,
  TenantsApi,
  TimelineRequest,
  TimelineResponse,
} from './TenantsApi';

/** @public */
export interface TenantsClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

type Query = Record<string, string | number | boolean | string[] | undefined>;

/**
 * Asks the tenants backend.
 *
 * Every call throws a `ResponseError` for an answer that is not a success; a tenant that the
 * caller may not see answers like one that does not exist (404).
 *
 * @public
 */
export class TenantsClient implements TenantsApi {
  readonly #discoveryApi: TenantsClientOptions['discoveryApi'];
  readonly #fetchApi: TenantsClientOptions['fetchApi'];

  constructor(options: TenantsClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  listTenants(
    request: ListTenantsRequest,
    options?: RequestOptions,
  ): Promise<ListTenantsResponse> {
    return this.#get('/v1/tenants', { ...request }, options);
  }

  getTenant(tenant: string, options?: RequestOptions): Promise<TenantStatus> {
    return this.#get(`/v1/tenants/${encodeURIComponent(tenant)}`, {}, options);
  }

  getTenantInFull(
    tenant: string,
    environment?: string,
    options?: RequestOptions,
  ): Promise<TenantStatus> {
    return this.#get(
      `/v1/tenants/${encodeURIComponent(tenant)}`,
      { details: true, environment },
      options,
    );
  }

  getTenantEnvironment(
    tenant: string,
    environment: string,
    options?: RequestOptions,
  ): Promise<TenantEnvironmentDetails> {
    return this.#get(environmentPath(tenant, environment), {}, options);
  }

  getMetrics(
    tenant: string,
    environment: string,
    range: MetricRange,
    options?: RequestOptions,
  ): Promise<TenantEnvironmentMetrics> {
    return this.#get(
      `${environmentPath(tenant, environment)}/metrics`,
      { range },
      options,
    );
  }

  getTimeline(
    tenant: string,
    request: TimelineRequest,
    options?: RequestOptions,
  ): Promise<TimelineResponse> {
    return this.#get(
      `/v1/tenants/${encodeURIComponent(tenant)}/timeline`,
      { ...request },
      options,
    );
  }

  listClusters(
    request: ListClustersRequest = {},
    options?: RequestOptions,
  ): Promise<ListClustersResponse> {
    return this.#get('/v1/clusters', { ...request }, options);
  }

  listEnvironments(
    options?: RequestOptions,
  ): Promise<{ items: EnvironmentOption[] }> {
    return this.#get('/v1/environments', {}, options);
  }

  checkName(name: string, options?: RequestOptions): Promise<NameAvailability> {
    return this.#get(`/v1/names/${encodeURIComponent(name)}`, {}, options);
  }

  async previewChange(
    request: PreviewChangeRequest,
    options?: RequestOptions,
  ): Promise<ChangePreview> {
    return this.#post('/v1/changes/preview', request, options);
  }

  listRollouts(options?: RequestOptions): Promise<{ items: Rollout[] }> {
    return this.#get('/v1/rollouts', {}, options);
  }

  planRollout(
    request: RolloutRequest,
    options?: RequestOptions,
  ): Promise<RolloutPlan> {
    return this.#post('/v1/rollouts/plan', request, options);
  }

  startRollout(
    request: RolloutRequest,
    options?: RequestOptions,
  ): Promise<Rollout> {
    return this.#post('/v1/rollouts', request, options);
  }

  actOnRollout(
    rollout: string,
    action: RolloutAction,
    options?: RequestOptions,
  ): Promise<Rollout> {
    const path = `/v1/rollouts/${encodeURIComponent(rollout)}/${action}`;
    return this.#post(path, {}, options);
  }

  async requestGitOps(
    tenant: string,
    environment: string,
    { action, ...body }: GitOpsRequest,
    options?: RequestOptions,
  ): Promise<void> {
    const path = `${environmentPath(tenant, environment)}/${action}`;
    await this.#send(path, options, {
      method: 'POST',
      ...(action === 'rollback' && jsonBody(body)),
    });
  }

  #post<T>(path: string, body: object, options?: RequestOptions): Promise<T> {
    return this.#request(path, options, { method: 'POST', ...jsonBody(body) });
  }

  #get<T>(path: string, query: Query, options?: RequestOptions): Promise<T> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const item of [value ?? []].flat()) {
        search.append(name, String(item));
      }
    }
    const suffix = search.size > 0 ? `?${search}` : '';
    return this.#request(`${path}${suffix}`, options);
  }

  async #request<T>(
    path: string,
    options?: RequestOptions,
    init?: RequestInit,
  ): Promise<T> {
    const response = await this.#send(path, options, init);
    return response.json() as Promise<T>;
  }

  async #send(
    path: string,
    options?: RequestOptions,
    init?: RequestInit,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('tenants');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      ...init,
      signal: options?.signal,
      headers: {
        ...init?.headers,
        ...(options?.token ? { Authorization: `Bearer ${options.token}` } : {}),
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function jsonBody(body: object): Pick<RequestInit, 'headers' | 'body'> {
  return {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function environmentPath(tenant: string, environment: string): string {
  return `/v1/tenants/${encodeURIComponent(
    tenant,
  )}/environments/${encodeURIComponent(environment)}`;
}
