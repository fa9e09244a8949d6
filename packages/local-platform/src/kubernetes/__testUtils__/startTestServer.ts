import { LoggerService } from '@backstage/backend-plugin-api';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultBoard } from '../../faults';
import {
  ApiServer,
  ApiServerOptions,
  Certificates,
  createCertificates,
  createObjectStore,
  ObjectStore,
  openReading,
  resourceDefinitions,
  spokeGroups,
  startApiServer,
} from '../index';

/** May do everything. */
export const adminToken = 'token-of-the-administrator';
/** May read everything but Secrets and ConfigMaps. */
export const viewerToken = 'token-of-the-portal';

export interface TestServer extends ApiServer {
  store: ObjectStore;
  faults: FaultBoard;
  certificates: Certificates;
  logger: jest.Mocked<LoggerService>;
  /** A directory of this server alone; goes with it. */
  directory: string;
}

const resources = resourceDefinitions({
  customGroups: ['argoproj.io', ...spokeGroups],
});

/** Starts the API server of a cluster named devnet, with the namespace acme-01-devnet in it. */
export async function startTestServer(
  options: Partial<ApiServerOptions> = {},
): Promise<TestServer> {
  const directory = await fs.mkdtemp(join(tmpdir(), 'tenantry-kubernetes-'));
  const certificates = await createCertificates({ directory });
  const faults = new FaultBoard();
  const logger = createLogger();
  const store = createObjectStore({ resources });
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'acme-01-devnet' },
  });
  const server = await startApiServer({
    name: 'devnet',
    port: 0,
    store,
    tls: certificates,
    tokens: [
      { token: adminToken, user: 'administrator', groups: ['system:masters'] },
      {
        token: viewerToken,
        user: 'portal',
        groups: [],
        roles: () => [openReading(resources)],
      },
    ],
    faults,
    logger,
    ...options,
  });
  return {
    ...server,
    store,
    faults,
    certificates,
    logger,
    directory,
    async close() {
      await server.close();
      await fs.rm(directory, { recursive: true });
    },
  };
}

function createLogger(): jest.Mocked<LoggerService> {
  return {
    error: jest.fn(),
    warn: jest.fn(),
    info: jest.fn(),
    debug: jest.fn(),
    child: jest.fn(),
  };
}
