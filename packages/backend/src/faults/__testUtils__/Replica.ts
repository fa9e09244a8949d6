import { JsonObject } from '@backstage/types';
import { TenantsClient } from '@tenantry/plugin-tenants-common';
import {
  freePlace,
  PortalPlace,
  PortalProcess,
} from '../../__testUtils__/PortalProcess';

/** Only for portals on loopback that show nothing but the sample. */
const token = 'faults-token-faults-token';

/** A portal in a process of its own, with the waits of production. */
export class Replica {
  readonly #process: PortalProcess;
  readonly tenants: TenantsClient;

  private constructor(portal: PortalProcess) {
    this.#process = portal;
    this.tenants = new TenantsClient({
      discoveryApi: { getBaseUrl: async id => `${portal.url}/api/${id}` },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { Authorization: `Bearer ${token}` },
          }),
      },
    });
  }

  /** Resolves once it answers. */
  static async start(directory: string, config: JsonObject): Promise<Replica> {
    const place = await freePlace();
    const portal = await PortalProcess.spawn({
      place,
      main: require.resolve('./replicaMain.ts'),
      directory,
      config: ofReplica(config, place),
      env: { LOG_LEVEL: 'error' },
    });
    await portal.ready();
    return new Replica(portal);
  }

  /** It does not get to hand anything over. */
  kill(): Promise<void> {
    return this.#process.kill();
  }
}

function ofReplica(config: JsonObject, { url, port }: PortalPlace): JsonObject {
  return {
    ...config,
    app: { baseUrl: url },
    backend: {
      ...(config.backend as JsonObject),
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'faults' } },
        ],
      },
    },
    permission: { enabled: true },
  };
}
