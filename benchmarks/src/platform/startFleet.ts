import {
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  createCertificates,
  FaultBoard,
  ObjectStore,
  sampleRepository,
  startApiServer,
  startForge,
} from '@tenantry/local-platform';
import { loadTemplate, readTemplateDirectory } from '@tenantry/rendering';
import { join } from 'node:path';
import { ModelObjects } from './copyObjects';
import { filledStore } from './filledStore';
import { fleetRepository } from './fleet';
import { RequestCounter } from './RequestCounter';
import { startArgoCdApi } from './startArgoCdApi';

/** Only for servers on loopback that hold nothing but copies of the sample. */
export const token = 'benchmark-token-benchmark-token';

const clusterNames = ['hub', 'devnet', 'testnet', 'mainnet'] as const;

/** A running fleet. */
export interface Fleet {
  addresses: FleetAddresses;
  stores: ReadonlyMap<string, ObjectStore>;
  faults: FaultBoard;
  requests: RequestCounter;
  /** Watched objects of one tenant, in all clusters. */
  objectsPerTenant: number;
}

/** Where the servers of a fleet are, without that of the metrics. */
export interface FleetAddresses {
  clusters: { name: string; url: string }[];
  /** In PEM. */
  caCertificate: string;
  forge: string;
  argoCd: string;
}

/** Starts API servers, forge and Argo CD's API over copies of the model. */
export async function startFleet(options: {
  directory: string;
  tenants: number;
  objects: ReadonlyMap<string, ModelObjects>;
  logger: LoggerService;
}): Promise<Fleet> {
  const { directory, tenants, objects, logger } = options;
  const requests = new RequestCounter();
  const faults = new FaultBoard();
  const stores = new Map(
    clusterNames.map(name => [
      name,
      filledStore(name, objects.get(name), tenants),
    ]),
  );
  const tls = await createCertificates({
    directory: join(directory, 'certificates'),
  });
  const clusters: FleetAddresses['clusters'] = [];
  for (const [name, store] of stores) {
    const { url } = await startApiServer({
      name,
      port: 0,
      store,
      tls,
      tokens: [{ token, user: 'reader', groups: ['system:masters'] }],
      faults,
      logger,
    });
    requests.add(`cluster ${name}`, url);
    clusters.push({ name, url });
  }
  const forge = await startFleetForge({ directory, tenants, clusters, logger });
  const argoCd = await startArgoCdApi(stores.get('hub')!);
  requests.add('forge', forge.url);
  requests.add('Argo CD API', argoCd.url);
  return {
    addresses: {
      clusters,
      caCertificate: tls.caCertificate,
      forge: forge.url,
      argoCd: argoCd.url,
    },
    stores,
    faults,
    requests,
    objectsPerTenant: [...objects.values()].reduce(
      (sum, { count }) => sum + count,
      0,
    ),
  };
}

async function startFleetForge(options: {
  directory: string;
  tenants: number;
  clusters: FleetAddresses['clusters'];
  logger: LoggerService;
}) {
  const { directory, tenants, clusters, logger } = options;
  const addressOf = (name: string) =>
    clusters.find(cluster => cluster.name === name)!.url;
  const template = resolvePackagePath(
    '@tenantry/local-platform',
    '../../templates/new-canton-client',
  );
  const files = sampleRepository(
    loadTemplate(await readTemplateDirectory(template)),
    {
      repositoryUrl: 'http://localhost/platform/gitops.git',
      apiServers: {
        hub: addressOf('hub'),
        devnet: addressOf('devnet'),
        testnet: addressOf('testnet'),
        mainnet: addressOf('mainnet'),
      },
    },
  );
  return startForge({
    port: 0,
    dataDirectory: join(directory, 'forge'),
    repository: { owner: 'platform', name: 'gitops', defaultBranch: 'main' },
    users: [
      {
        login: 'portal',
        fullName: 'Portal',
        email: 'portal@example.com',
        token,
      },
    ],
    operator: 'portal',
    seed: fleetRepository(files, tenants),
    logger,
  });
}
