import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Rollout, RolloutRequest } from '@tenantry/plugin-tenants-common';
import { migrateDatabase } from '../store';
import { author, rolloutWithFirst } from './__testUtils__';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';
import { Rollouts } from './Rollouts';

const request: RolloutRequest = {
  templateRef: 'template:default/upgrade-splice',
  environment: 'devnet',
  values: { version: '0.7.5' },
  firstWave: [],
  waveSize: 2,
  exclude: [],
  soakMinutes: 10,
};
const by = { ref: 'user:default/operator', author };
const credentials = mockCredentials.user(by.ref);
const pullRequest = { number: 7, url: 'https://forge.example.com/7' };

const all = () => true;
const onlyAcme = (tenant: string) => tenant === 'acme-01';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Rollouts', () => {
  let store: DatabaseRolloutStore;
  let rollouts: Rollouts;

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    await migrateDatabase(mockServices.database({ knex }));
    store = new DatabaseRolloutStore(knex);
    rollouts = new Rollouts({
      store,
      plan: async () => ({
        title: 'Upgrade Splice',
        waves: [['acme-01'], ['beta-02']],
        skipped: [],
      }),
    });
  });

  const stored = async (rollout: Partial<Rollout>) => {
    await store.add({ ...rolloutWithFirst({}), ...rollout }, author);
    return 'rollout-1';
  };

  it('starts what was planned, in the name of the user', async () => {
    const rollout = await rollouts.start(request, by, credentials);
    expect(rollout).toMatchObject({
      state: 'Running',
      createdBy: 'user:default/operator',
      values: { version: '0.7.5' },
      waves: [
        { tenants: ['acme-01'], state: 'Waiting' },
        { tenants: ['beta-02'], state: 'Waiting' },
      ],
    });
    expect(await rollouts.get(rollout.id, all)).toEqual(rollout);
    expect(await rollouts.list(all)).toEqual([rollout]);
  });

  it('refuses a second one of the same kind in the same environment', async () => {
    const { id } = await rollouts.start(request, by, credentials);
    await expect(rollouts.start(request, by, credentials)).rejects.toThrow(
      /stop it first/,
    );
    await rollouts.act(id, 'stop', all);
    await expect(
      rollouts.start(request, by, credentials),
    ).resolves.toBeDefined();
  });

  it('pauses, resumes and stops', async () => {
    const { id } = await rollouts.start(request, by, credentials);
    expect((await rollouts.act(id, 'pause', all)).state).toBe('Paused');
    expect((await rollouts.act(id, 'resume', all)).state).toBe('Running');
    expect((await rollouts.act(id, 'stop', all)).state).toBe('Stopped');
    await expect(rollouts.act(id, 'resume', all)).rejects.toThrow(
      'The rollout is Stopped; only one that is Paused or Halted can be asked to resume.',
    );
  });

  it('proposes a wave again after a halt', async () => {
    const { waves } = rolloutWithFirst({ state: 'Proposed', pullRequest });
    const id = await stored({ state: 'Halted', message: 'Closed.', waves });
    const resumed = await rollouts.act(id, 'resume', all);
    expect(resumed.message).toBeUndefined();
    expect(resumed.waves[0]).toEqual({
      tenants: ['acme-01', 'beta-02'],
      state: 'Waiting',
    });
  });

  it('does not go back behind a merge', async () => {
    const { waves } = rolloutWithFirst({ state: 'Merged', pullRequest });
    const id = await stored({ state: 'Paused', waves });
    expect((await rollouts.act(id, 'resume', all)).waves).toEqual(waves);
  });

  it('hides a rollout from who may not change all of its tenants, as if there were none', async () => {
    const id = await stored({});
    expect(await rollouts.list(onlyAcme)).toEqual([]);
    await expect(rollouts.get(id, onlyAcme)).rejects.toThrow(
      `There is no rollout "${id}".`,
    );
    await expect(rollouts.act(id, 'stop', onlyAcme)).rejects.toThrow(
      `There is no rollout "${id}".`,
    );
    expect((await rollouts.get(id, all)).state).toBe('Running');
  });
});
