import { TenantsClient } from '@tenantry/plugin-tenants-common';
import { token } from '../platform/startFleet';

const requestTimeoutMs = 30_000;

/** Asks a portal as the benchmarks need it. */
export class PortalClient {
  readonly tenants: TenantsClient;

  constructor(readonly url: string) {
    this.tenants = new TenantsClient({
      discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
      fetchApi: { fetch: (input, init) => fetch(input, withToken(init)) },
    });
  }

  /** Headers of a request in the name of the benchmark. */
  static readonly headers = { Authorization: `Bearer ${token}` };

  async isReady(): Promise<boolean> {
    try {
      const { ok } = await fetch(`${this.url}/.backstage/health/v1/readiness`);
      return ok;
    } catch {
      return false;
    }
  }

  /** How many tenant environments the catalog has. */
  async countSystems(): Promise<number> {
    const query = 'filter=kind=system&limit=0';
    const response = await fetch(
      `${this.url}/api/catalog/entities/by-query?${query}`,
      withToken(undefined),
    );
    if (!response.ok) {
      throw new Error(`The catalog answers ${response.status}.`);
    }
    const { totalItems } = await response.json();
    return totalItems;
  }
}

function withToken(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('Authorization', PortalClient.headers.Authorization);
  return {
    ...init,
    headers,
    signal: init?.signal ?? AbortSignal.timeout(requestTimeoutMs),
  };
}
