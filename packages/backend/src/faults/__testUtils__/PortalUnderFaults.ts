import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { JsonObject } from '@backstage/types';
import catalogModule from '@tenantry/plugin-catalog-backend-module-tenants';
import permissionModule from '@tenantry/plugin-permission-backend-module-tenants';
import tenantsPlugin from '@tenantry/plugin-tenants-backend';
import argoCdModule from '@tenantry/plugin-tenants-backend-module-argocd';
import fluxModule from '@tenantry/plugin-tenants-backend-module-flux';
import kubernetesModule from '@tenantry/plugin-tenants-backend-module-kubernetes';
import prometheusModule from '@tenantry/plugin-tenants-backend-module-prometheus';
import { TenantsClient } from '@tenantry/plugin-tenants-common';
import { watchTimingServiceRef } from '@tenantry/plugin-tenants-node';
import { AddressInfo } from 'node:net';
import { signedInUsers } from '@tenantry/test-utils';

const operator = 'user:default/operator';

/** As in production, but that nobody has to wait for minutes. */
const shortWaits = createServiceFactory({
  service: watchTimingServiceRef,
  deps: {},
  factory: () => ({
    minimumBackoffMs: 50,
    maximumBackoffMs: 500,
    absentRetryMs: 1_000,
    listTimeoutMs: 3_000,
    watchIdleMs: 3_000,
    probeIntervalMs: 500,
    // The platform shares the process, which may be busy for longer than a cluster would be.
    probeTimeoutMs: 2_500,
    settleMs: 1_500,
    coalesceMs: 50,
    reevaluateMs: 2_000,
  }),
});

/** A portal with every source, asked by an operator over HTTP. */
export class PortalUnderFaults {
  readonly #backend: TestBackend;
  readonly tenants: TenantsClient;

  private constructor(backend: TestBackend) {
    this.#backend = backend;
    const { port } = backend.server.address() as AddressInfo;
    this.tenants = new TenantsClient({
      discoveryApi: {
        getBaseUrl: async id => `http://localhost:${port}/api/${id}`,
      },
      fetchApi: {
        fetch: (input, init) => fetch(input, asOperator(init)),
      },
    });
  }

  /** @param features - services to take the place of those of tests */
  static async start(
    config: JsonObject,
    ...features: BackendFeature[]
  ): Promise<PortalUnderFaults> {
    return new PortalUnderFaults(
      await startTestBackend({
        features: [
          catalogPlugin,
          catalogModule,
          permissionPlugin,
          permissionModule,
          tenantsPlugin,
          argoCdModule,
          fluxModule,
          kubernetesModule,
          prometheusModule,
          ...signedInUsers({
            [operator]: ['group:default/platform-operators'],
          }),
          schedulerServiceFactory,
          urlReaderServiceFactory,
          shortWaits,
          mockServices.rootConfig.factory({
            data: {
              backend: { baseUrl: 'http://localhost' },
              permission: { enabled: true },
              ...config,
            },
          }),
          ...features,
        ],
      }),
    );
  }

  stop(): Promise<void> {
    return this.#backend.stop();
  }
}

function asOperator(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('Authorization', mockCredentials.user.header(operator));
  return { ...init, headers };
}
