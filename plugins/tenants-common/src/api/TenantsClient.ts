import { ResponseError } from '@backstage/errors';
import {
  ChangePreview,
  MetricRange,
  TenantEnvironmentMetrics,
  TenantEnvironmentStatus,
  TenantStatus,
} from '../model';
import {
  EnvironmentOption,
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

type Query = Record<string, string | number | string[] | undefined>;

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

  getTenantEnvironment(
    tenant: string,
    environment: string,
    options?: RequestOptions,
  ): Promise<TenantEnvironmentStatus> {
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

  listClusters(options?: RequestOptions): Promise<ListClustersResponse> {
    return this.#get('/v1/clusters', {}, options);
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
    return this.#request('/v1/changes/preview', options, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
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
    return response.json() as Promise<T>;
  }
}

function environmentPath(tenant: string, environment: string): string {
  return `/v1/tenants/${encodeURIComponent(
    tenant,
  )}/environments/${encodeURIComponent(environment)}`;
}
