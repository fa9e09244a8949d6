import { fakeCluster, fakePlatform, summaryOf } from '../../__testUtils__';
import { hiddenClusters } from './hiddenClusters';

const tenants = fakePlatform.map(summaryOf);

describe('hiddenClusters', () => {
  it('believes the backend, whatever the tenants say', () => {
    expect(
      hiddenClusters(
        { access: 'granted', items: [fakeCluster()], totalItems: 1 },
        tenants,
      ),
    ).toEqual([]);
  });

  it('names a cluster that is disconnected, and one with tenants that nobody observes', () => {
    const items = [
      fakeCluster({ name: 'devnet', connectivity: 'Disconnected', tenants: 0 }),
      fakeCluster({ name: 'testnet', connectivity: 'Unknown' }),
      fakeCluster({ name: 'spare', connectivity: 'Unknown', tenants: 0 }),
      fakeCluster(),
    ];
    expect(
      hiddenClusters({ access: 'granted', items, totalItems: 4 }, []).map(
        ({ name }) => name,
      ),
    ).toEqual(['devnet', 'testnet']);
  });

  it.each([undefined, { access: 'denied' as const }])(
    'goes by the reasons of the tenants when clusters are %j',
    clusters => {
      expect(hiddenClusters(clusters, tenants)).toEqual([
        expect.objectContaining({
          name: 'mainnet',
          message: expect.stringContaining('has not answered'),
        }),
      ]);
    },
  );
});
