import {
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  createCertificates,
  createObjectStore,
  createSimulatedClock,
  createWorld,
  FaultBoard,
  hubGroups,
  ObjectStore,
  resourceDefinitions,
  sampleRepository,
  spokeGroups,
  startApiServer,
  startForge,
  startMetricsApi,
} from '@tenantry/local-platform';
import { loadTemplate, readTemplateDirectory } from '@tenantry/rendering';
import { join } from 'node:path';
import { ModelObjects, writeFleet } from './copyObjects';
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

/** Where the servers of a fleet are. */
export interface FleetAddresses {
  clusters: { name: string; url: string }[];
  /** In PEM. */
  caCertificate: string;
  forge: string;
  metrics: string;
  argoCd: string;
}

/** Starts API servers, forge, metrics and Argo CD's API over copies of the model. */
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
  const metrics = await startFleetMetrics({ stores, faults, logger });
  const argoCd = await startArgoCdApi(stores.get('hub')!);
  requests.add('forge', forge.url);
  requests.add('metrics', metrics.url);
  requests.add('Argo CD API', argoCd.url);
  return {
    addresses: {
      clusters,
      caCertificate: tls.caCertificate,
      forge: forge.url,
      metrics: metrics.url,
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

function filledStore(
  name: string,
  objects: ModelObjects | undefined,
  tenants: number,
): ObjectStore {
  const customGroups = name === 'hub' ? hubGroups : spokeGroups;
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups }),
  });
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'argocd' },
  });
  if (objects) {
    writeFleet(store, objects, tenants);
  }
  return store;
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

/** Serves the metrics; as a server that has run for long, it knows its series already. */
async function startFleetMetrics(options: {
  stores: ReadonlyMap<string, ObjectStore>;
  faults: FaultBoard;
  logger: LoggerService;
}) {
  // The world is built anew only when an object has changed: its clock stands still.
  const clock = createSimulatedClock(new Date());
  const clusters = [...options.stores]
    .filter(([name]) => name !== 'hub')
    .map(([name, store]) => ({ name, store }));
  const server = await startMetricsApi({
    ...options,
    port: 0,
    scrapeInterval: 30,
    world: createWorld({ clusters, clock }),
  });
  await fetch(`${server.url}/api/v1/labels`);
  return server;
}
