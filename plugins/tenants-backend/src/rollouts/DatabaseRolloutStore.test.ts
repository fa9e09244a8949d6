import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { migrateDatabase } from '../store';
import { author, rollout } from './__testUtils__';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())(
  'DatabaseRolloutStore on %s',
  databaseId => {
    let store: DatabaseRolloutStore;

    beforeEach(async () => {
      const knex = await databases.init(databaseId);
      await migrateDatabase(mockServices.database({ knex }));
      store = new DatabaseRolloutStore(knex);
    });

    it('gives back what was added, newest first', async () => {
      const older = rollout();
      const newer = rollout({ id: 'b', createdAt: '2026-01-02T11:00:00.000Z' });
      await store.add(older, author);
      await store.add(newer, author);
      expect(await store.get('rollout-1')).toEqual({
        rollout: older,
        author,
        version: 0,
      });
      expect(await store.list(10)).toEqual([newer, older]);
      expect(await store.list(1)).toEqual([newer]);
    });

    it('finds those that are not final', async () => {
      await store.add(rollout({ id: 'a' }), author);
      await store.add(rollout({ id: 'b', state: 'Halted' }), author);
      await store.add(rollout({ id: 'c', state: 'Done' }), author);
      await store.add(rollout({ id: 'd', state: 'Stopped' }), author);
      const ids = (await store.active()).map(stored => stored.rollout.id);
      expect(ids).toEqual(['a', 'b']);
    });

    it('refuses to write over what somebody else wrote', async () => {
      await store.add(rollout(), author);
      const stored = await store.get('rollout-1');
      await store.update({ ...stored, rollout: rollout({ state: 'Paused' }) });
      await expect(
        store.update({ ...stored, rollout: rollout({ state: 'Done' }) }),
      ).rejects.toThrow(/was changed meanwhile/);
      expect((await store.get('rollout-1')).rollout.state).toBe('Paused');
    });

    it('says when there is none', async () => {
      await expect(store.get('nothing')).rejects.toThrow(
        'There is no rollout "nothing".',
      );
    });
  },
);
