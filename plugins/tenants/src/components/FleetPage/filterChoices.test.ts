import { fakeCluster, fakePlatform, summaryOf } from '../../__testUtils__';
import { filterChoices } from './filterChoices';

const acme = summaryOf(fakePlatform[0]);

describe('filterChoices', () => {
  it('offers what is known beyond the tenants shown, each once, but no hub', () => {
    const items = [
      fakeCluster(),
      fakeCluster({ name: 'qa' }),
      fakeCluster({ name: 'hub', role: 'hub' }),
    ];
    expect(
      filterChoices(
        { access: 'granted', items, totalItems: 3 },
        ['group:default/zeta', 'group:default/acme-01'],
        [acme],
      ),
    ).toEqual({
      clusters: ['devnet', 'mainnet', 'qa', 'testnet'],
      owners: ['group:default/acme-01', 'group:default/zeta'],
    });
  });

  it('offers to those who may not see clusters the ones that they are on', () => {
    expect(filterChoices({ access: 'denied' }, [], [acme])).toEqual({
      clusters: ['devnet', 'mainnet', 'testnet'],
      owners: ['group:default/acme-01'],
    });
  });
});
