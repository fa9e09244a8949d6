import { LeaseStore } from '../leases';
import { DatabaseLeaseStore } from './DatabaseLeaseStore';
import { testDatabases } from './__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();
const unit = 'source/kubernetes/devnet';

describe.each(databases.supported)('DatabaseLeaseStore on %s', id => {
  let store: LeaseStore;

  beforeEach(async () => {
    store = new DatabaseLeaseStore(await databases.open(id));
  });

  it('counts the beats of each replica', async () => {
    await store.beat('one');
    await store.beat('two');
    const { beats } = await store.beat('one');
    expect(Object.fromEntries(beats)).toEqual({ one: 2, two: 1 });
  });

  it('gives a unit to one of those who reach for it at the same time', async () => {
    const claims = await Promise.all(
      ['one', 'two', 'three'].map(replica =>
        store.claim(unit, undefined, replica),
      ),
    );
    const [lease, ...others] = claims.filter(Boolean);
    expect(others).toEqual([]);
    expect(lease).toMatchObject({ unit, epoch: 1 });
    const { leases } = await store.beat('one');
    expect(leases).toEqual([lease]);
  });

  it('gives a unit to another with the next epoch', async () => {
    const first = await store.claim(unit, undefined, 'one');
    const second = await store.claim(unit, first, 'two');
    expect(second).toEqual({ unit, holder: 'two', epoch: 2 });
    expect(await store.claim(unit, first, 'three')).toBeUndefined();
  });

  it('releases what is held, and nothing that another has taken', async () => {
    const first = (await store.claim(unit, undefined, 'one'))!;
    const second = (await store.claim(unit, first, 'two'))!;
    await store.release([first]);
    expect((await store.beat('one')).leases).toEqual([second]);
    await store.release([second]);
    expect((await store.beat('one')).leases).toEqual([{ unit, epoch: 2 }]);
  });

  it('removes a replica unless it has beaten since', async () => {
    await store.beat('one');
    await store.beat('one');
    await store.removeReplica('one', 1);
    expect((await store.beat('two')).beats.has('one')).toBe(true);
    await store.removeReplica('one', 2);
    expect((await store.beat('two')).beats.has('one')).toBe(false);
  });
});
