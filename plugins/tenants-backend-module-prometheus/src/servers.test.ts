import { connectServers } from './servers';

const server = { url: 'http://localhost', headers: {} };

describe('connectServers', () => {
  it('gives each cluster to the server that claims it, and the rest to the one that claims none', () => {
    const servers = connectServers(
      [
        { name: 'europe', ...server, clusters: ['devnet'] },
        { name: 'rest', ...server },
      ],
      1_000,
    );
    const owners = ['devnet', 'mainnet'].map(cluster =>
      servers.filter(({ has }) => has({ cluster })).map(({ name }) => name),
    );
    expect(owners).toEqual([['prometheus/europe'], ['prometheus/rest']]);
  });

  it('asks for alerts only where there are some', () => {
    const alerts = { api: 'prometheus' as const, ...server };
    const [asked] = connectServers([{ name: 'a', ...server, alerts }], 1_000);
    const [unasked] = connectServers([{ name: 'a', ...server }], 1_000);
    expect([asked.alerts === undefined, unasked.alerts]).toEqual([
      false,
      undefined,
    ]);
    expect(asked.name).toBe('a');
  });
});
