import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { HeardServer } from '../collector';
import { clusterStatuses, otherServers } from './clusterStatuses';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const server = (overrides: Partial<HeardServer>): HeardServer => ({
  source: 'kubernetes',
  server: 'devnet',
  connected: true,
  observedAt: at(2),
  answeredAt: at(2),
  heardAt: at(2),
  affected: ['acme-01/devnet', 'globex-01/devnet'],
  keys: new Set(),
  ...overrides,
});
const options = (...servers: HeardServer[]) => ({
  registry: parseRegistry(registryFiles('acme-01', 'globex-01')),
  servers,
  replicaOf: ({ source }: HeardServer) =>
    source === 'kubernetes' ? 'replica-1' : undefined,
});

describe('clusterStatuses', () => {
  it('tells of each cluster who observes it, and what that costs', () => {
    const statistics = { requests: 9, watchRestarts: 1, objects: 50 };
    const [devnet, hub] = clusterStatuses(options(server({ statistics })));
    expect(devnet).toEqual({
      name: 'devnet',
      role: 'environment',
      environments: ['devnet'],
      connectivity: 'Connected',
      observedAt: at(2),
      tenantEnvironments: 2,
      tenants: 2,
      sources: [
        {
          source: 'kubernetes',
          server: 'devnet',
          connected: true,
          observedAt: at(2),
          replica: 'replica-1',
          ...statistics,
          tenantEnvironments: 2,
        },
      ],
    });
    expect(hub).toMatchObject({ connectivity: 'Unknown', sources: [] });
  });

  it('calls a cluster disconnected when one source cannot ask it', () => {
    const lost = {
      source: 'certificates',
      connected: false,
      message: 'It refuses the token.',
      answeredAt: at(0),
    };
    const [devnet] = clusterStatuses(options(server({}), server(lost)));
    expect(devnet).toMatchObject({
      connectivity: 'Disconnected',
      message: 'It refuses the token.',
      observedAt: at(0),
    });
    expect(devnet.sources.map(({ source }) => source)).toEqual([
      'certificates',
      'kubernetes',
    ]);
    expect(devnet.sources[0]).not.toHaveProperty('replica');
  });

  it('tells of servers that are no clusters apart from them', () => {
    const metrics = server({ source: 'prometheus', server: 'prometheus' });
    expect(otherServers(options(server({}), metrics))).toMatchObject([
      { source: 'prometheus', server: 'prometheus' },
    ]);
  });
});
