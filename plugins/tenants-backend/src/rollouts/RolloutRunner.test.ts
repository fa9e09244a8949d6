import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ProposedChange, PullRequest } from '@tenantry/forges';
import {
  ChangePreview,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { migrateDatabase } from '../store';
import {
  author,
  mergedAt,
  minutesAfterMerge,
  rollout,
  wellAfterMerge,
} from './__testUtils__';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';
import { RolloutRunner } from './RolloutRunner';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A forge as far as rollouts need one; pull requests are merged by the test. */
class FakeForge {
  readonly proposals: ProposedChange[] = [];
  readonly states = new Map<number, PullRequest['state']>();

  async proposeChange(change: ProposedChange): Promise<PullRequest> {
    this.proposals.push(change);
    const number = this.proposals.length;
    this.states.set(number, 'open');
    return this.readPullRequest(number);
  }

  async readPullRequest(number: number): Promise<PullRequest> {
    const { title, branch } = this.proposals[number - 1];
    const state = this.states.get(number)!;
    return {
      number,
      url: `https://forge.example.com/pulls/${number}`,
      title,
      author: 'portal',
      branch,
      state,
      ...(state === 'merged' && { mergedAt }),
    };
  }
}

function previewOf(tenant: string): ChangePreview {
  return {
    title: `Upgrade ${tenant}`,
    files: [
      {
        path: `clients/${tenant}/devnet/tenant.yaml`,
        operation: 'update',
        content: 'new',
      },
    ],
    findings: [],
    notes: [],
    pruned: [],
  };
}

describe('RolloutRunner', () => {
  let store: DatabaseRolloutStore;
  let forge: FakeForge;
  let statuses: Map<string, TenantEnvironmentStatus>;
  let removed: Set<string>;
  let render: jest.Mock;
  let now: Date;
  let runner: RolloutRunner;

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    await migrateDatabase(mockServices.database({ knex }));
    store = new DatabaseRolloutStore(knex);
    forge = new FakeForge();
    statuses = new Map();
    removed = new Set();
    now = minutesAfterMerge(3);
    render = jest.fn(async ({ values }) => previewOf(values.client));
    runner = new RolloutRunner({
      store,
      forge: () => forge,
      render,
      statusOf: tenant => statuses.get(tenant),
      isRemoved: tenant => removed.has(tenant),
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    await store.add(rollout({ soakMinutes: 0 }), author);
  });

  const current = async () => (await store.get('rollout-1')).rollout;

  it('opens the next pull request only when the wave before is merged and healthy', async () => {
    await runner.runOnce();
    await runner.runOnce();
    expect(forge.proposals).toHaveLength(1);
    expect(forge.proposals[0]).toMatchObject({
      title: 'Upgrade Splice (devnet, wave 1 of 2)',
      author,
      files: [
        { path: 'clients/acme-01/devnet/tenant.yaml' },
        { path: 'clients/beta-02/devnet/tenant.yaml' },
      ],
    });
    forge.states.set(1, 'merged');
    await runner.runOnce();
    statuses.set('acme-01', wellAfterMerge());
    await runner.runOnce();
    expect((await current()).message).toMatch(/beta-02 has no status yet/);
    expect(forge.proposals).toHaveLength(1);
    statuses.set('beta-02', wellAfterMerge());
    await runner.runOnce();
    await runner.runOnce();
    expect(forge.proposals).toHaveLength(2);
    expect(forge.proposals[1].branch).toBe('tenantry/rollout-rollout-1/wave-2');
    expect(render.mock.calls.map(([{ values }]) => values)).toEqual([
      { version: '0.7.5', client: 'acme-01', environments: ['devnet'] },
      { version: '0.7.5', client: 'beta-02', environments: ['devnet'] },
      { version: '0.7.5', client: 'gamma-03', environments: ['devnet'] },
    ]);
    forge.states.set(2, 'merged');
    statuses.set('gamma-03', wellAfterMerge());
    await runner.runOnce();
    await runner.runOnce();
    expect((await current()).state).toBe('Done');
  });

  it('halts when the change of one tenant breaks a rule, and proposes nothing', async () => {
    render.mockImplementation(async ({ values }) => ({
      ...previewOf(values.client),
      findings:
        values.client === 'beta-02'
          ? [{ rule: 'version', message: 'Too old.', file: 'a.yaml' }]
          : [],
    }));
    await runner.runOnce();
    expect(await current()).toMatchObject({
      state: 'Halted',
      message: expect.stringContaining(
        'beta-02: Too old. (version, a.yaml) Mend it and resume',
      ),
    });
    expect(forge.proposals).toEqual([]);
  });

  it('leaves out who has the change already, and needs no pull request for a wave of them', async () => {
    render.mockImplementation(async ({ values }) => ({
      ...previewOf(values.client),
      files: [],
      findings: [{ rule: 'no-change', message: 'Nothing changes.' }],
    }));
    await runner.runOnce();
    expect((await current()).waves[0]).toEqual({
      tenants: ['acme-01', 'beta-02'],
      state: 'Merged',
    });
    expect(forge.proposals).toEqual([]);
  });

  it('neither changes nor waits for a tenant that is removed meanwhile', async () => {
    removed.add('beta-02');
    await runner.runOnce();
    expect(forge.proposals[0].files).toMatchObject([
      { path: 'clients/acme-01/devnet/tenant.yaml' },
    ]);
    forge.states.set(1, 'merged');
    statuses.set('acme-01', wellAfterMerge());
    await runner.runOnce();
    await runner.runOnce();
    expect((await current()).waves[0].state).toBe('Healthy');
  });

  it('comes to its end when all tenants of a wave are removed', async () => {
    removed.add('acme-01').add('beta-02').add('gamma-03');
    for (let step = 0; step < 5; step++) {
      await runner.runOnce();
    }
    expect((await current()).state).toBe('Done');
    expect(forge.proposals).toEqual([]);
  });

  it.each([
    [new ServiceUnavailableError('The forge is down.'), 'Running'],
    [new ConflictError('The file has changed.'), 'Halted'],
    [new InputError('Too large.'), 'Halted'],
  ])('goes on after %s as %s', async (error, state) => {
    render.mockRejectedValueOnce(error);
    await runner.runOnce();
    expect(await current()).toMatchObject({
      state,
      message: expect.stringContaining(error.message),
    });
  });

  it('does not let one rollout hold up another', async () => {
    await store.add(
      rollout({ id: 'rollout-2', createdAt: '2026-01-02T00:00:00.000Z' }),
      author,
    );
    render.mockRejectedValueOnce(new Error('Broken.'));
    await runner.runOnce();
    expect((await current()).state).toBe('Halted');
    const { rollout: other } = await store.get('rollout-2');
    expect(other.waves[0].state).toBe('Proposed');
  });

  it('takes nothing back that a person did meanwhile', async () => {
    render.mockImplementationOnce(async ({ values }) => {
      const stored = await store.get('rollout-1');
      await store.update({
        ...stored,
        rollout: { ...stored.rollout, state: 'Paused' },
      });
      return previewOf(values.client);
    });
    await runner.runOnce();
    expect((await current()).state).toBe('Paused');
  });
});
