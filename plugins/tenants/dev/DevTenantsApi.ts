import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type {
  ListTenantsRequest,
  ListTenantsResponse,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { FakeTenantsApi, fakePlatform, fakeTenant } from '../src/__testUtils__';

const manyTenants = Array.from({ length: 60 }, (_, index) =>
  fakeTenant(`tenant-${index + 1}`, `Tenant ${index + 1}`),
);

/** Fakes each state that a backend can be in, by the `q` of the fleet or the name of the tenant. */
export class DevTenantsApi extends FakeTenantsApi {
  constructor() {
    super([...fakePlatform, ...manyTenants]);
  }

  async listTenants(request: ListTenantsRequest): Promise<ListTenantsResponse> {
    await this.#act(request.q);
    return request.q === 'empty'
      ? new FakeTenantsApi([]).listTenants({})
      : super.listTenants(request);
  }

  async getTenant(name: string): Promise<TenantStatus> {
    await this.#act(name);
    return super.getTenant(name);
  }

  async #act(state: string | undefined): Promise<void> {
    switch (state) {
      case 'loading':
        await new Promise(() => {});
        break;
      case 'failed':
        throw new ServiceUnavailableError('The database does not answer.');
      case 'denied':
        throw new NotAllowedError('No permission');
      default:
    }
  }
}
