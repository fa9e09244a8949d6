import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { ListedCommit, ListedPullRequest } from '@tenantry/forges';
import { DatabaseStatusStore } from '../store';
import { testDatabases } from '../store/__testUtils__';
import { ChangeTimeline } from './ChangeTimeline';
import { DatabaseCommitOrder } from './CommitOrder';
import { DatabaseChangeEventStore } from './DatabaseChangeEventStore';

jest.setTimeout(60_000);

const opened: ListedPullRequest = {
  number: 7,
  url: 'https://git.example.com/platform/gitops/pulls/7',
  title: 'Let the new office in',
  author: 'olga',
  branch: 'allow-list',
  state: 'open',
  openedAt: '2026-01-01T10:00:00.000Z',
  updatedAt: '2026-01-01T10:00:00.000Z',
};
const merged: ListedPullRequest = {
  ...opened,
  state: 'merged',
  mergedAt: '2026-01-01T11:00:00.000Z',
  closedAt: '2026-01-01T11:00:00.000Z',
  updatedAt: '2026-01-01T11:00:00.000Z',
  mergeCommit: 'a'.repeat(40),
};
const closed: ListedPullRequest = {
  ...opened,
  state: 'closed',
  closedAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:00.000Z',
};
const hash = (digit: string) => digit.repeat(40);
const commit = (digit: string, ...parents: string[]): ListedCommit => ({
  id: hash(digit),
  parents: parents.map(hash),
  url: `https://git.example.com/platform/gitops/commit/${hash(digit)}`,
  title: `Commit ${digit}`,
  author: 'Olga Operator',
  committedAt: '2026-01-01T12:00:00.000Z',
});
const places = [
  { tenant: 'acme-01', environment: 'devnet' },
  { tenant: 'acme-01', environment: 'testnet' },
  { tenant: 'globex', environment: 'devnet' },
];
const databases = testDatabases();

describe.each(databases.supported)('ChangeTimeline on %s', id => {
  const forge = {
    listPullRequests: jest.fn(),
    listCommits: jest.fn(),
    readChangedPaths: jest.fn(),
    readCommitPaths: jest.fn(),
  };
  const logger = mockServices.logger.mock();
  const onChanged = jest.fn();
  let statuses: DatabaseStatusStore;
  let order: DatabaseCommitOrder;
  let create: () => ChangeTimeline;

  beforeEach(async () => {
    jest.resetAllMocks();
    const knex = await databases.open(id);
    statuses = new DatabaseStatusStore(knex);
    order = new DatabaseCommitOrder(knex);
    create = () =>
      new ChangeTimeline({
        forge: () => forge,
        store: new DatabaseChangeEventStore(knex),
        order,
        places: () => places,
        maximumAgeMs: 24 * 3_600_000,
        logger,
        onChanged,
        now: () => new Date('2026-01-01T13:00:00Z'),
      });
    forge.listCommits.mockResolvedValue([]);
    forge.listPullRequests.mockResolvedValue([]);
    forge.readCommitPaths.mockResolvedValue([
      'clients/acme-01/devnet/tenant.yaml',
    ]);
    forge.readChangedPaths.mockResolvedValue([
      'clients/acme-01/devnet/tenant.yaml',
      'clients/acme-01/devnet/manifests/policy.yaml',
    ]);
  });

  const eventsOf = (tenant: string) =>
    statuses.readTimeline({ tenant, limit: 10 });

  it('tells each step once, also after a restart', async () => {
    forge.listPullRequests.mockResolvedValue([opened]);
    await create().runOnce();
    forge.listPullRequests.mockResolvedValue([merged]);
    await create().runOnce();
    await create().runOnce();

    const { number, url, title, author } = opened;
    const common = {
      tenant: 'acme-01',
      environment: 'devnet',
      change: { number, url, title, author },
    };
    expect(await eventsOf('acme-01')).toMatchObject([
      {
        ...common,
        type: 'ChangeMerged',
        at: merged.mergedAt,
        revision: merged.mergeCommit,
      },
      { ...common, type: 'ChangeOpened', at: opened.openedAt },
    ]);
    expect(await eventsOf('globex')).toEqual([]);
  });

  it('tells all environments what they share, and that a change was closed', async () => {
    forge.listPullRequests.mockResolvedValue([closed]);
    forge.readChangedPaths.mockResolvedValue(['clients/acme-01/client.yaml']);
    await create().runOnce();

    const events = await eventsOf('acme-01');
    expect(
      events.map(({ type, environment }) => `${type} ${environment}`).sort(),
    ).toEqual([
      'ChangeClosed devnet',
      'ChangeClosed testnet',
      'ChangeOpened devnet',
      'ChangeOpened testnet',
    ]);
  });

  it('tells no tenant the title of a change that touches others too', async () => {
    forge.listPullRequests.mockResolvedValue([
      { ...merged, title: 'Upgrade acme-01 and globex' },
    ]);
    forge.readChangedPaths.mockResolvedValue([
      'clients/acme-01/devnet/tenant.yaml',
      'clients/globex/devnet/tenant.yaml',
    ]);
    await create().runOnce();

    expect(await eventsOf('acme-01')).toHaveLength(2);
    expect(JSON.stringify(await eventsOf('acme-01'))).not.toContain('globex');
    expect(await eventsOf('globex')).toHaveLength(2);
    expect(JSON.stringify(await eventsOf('globex'))).not.toContain('acme-01');
  });

  it('leaves out what touches no tenant of the registry, and what is too old', async () => {
    const old = '2025-12-01T00:00:00.000Z';
    forge.listPullRequests.mockResolvedValue([
      { ...opened, number: 1 },
      { ...opened, number: 2, openedAt: old },
    ]);
    forge.readChangedPaths
      .mockResolvedValueOnce(['platform.yaml', 'clients/gone/devnet/x.yaml'])
      .mockResolvedValueOnce(['clients/acme-01/devnet/tenant.yaml']);
    await create().runOnce();

    expect(await eventsOf('acme-01')).toEqual([]);
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('asks for the files again only when something happened', async () => {
    const timeline = create();
    forge.listPullRequests.mockResolvedValue([opened]);
    await timeline.runOnce();
    await timeline.runOnce();
    expect(forge.readChangedPaths).toHaveBeenCalledTimes(1);
    expect(onChanged).toHaveBeenCalledTimes(1);

    forge.listPullRequests.mockResolvedValue([merged]);
    await timeline.runOnce();
    expect(forge.readChangedPaths).toHaveBeenCalledTimes(2);
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  it('tells a commit that no pull request brought, once, with its author', async () => {
    forge.listPullRequests.mockResolvedValue([merged]);
    forge.listCommits.mockResolvedValue([
      commit('c', 'a'),
      commit('a', '1', '9'),
      commit('9', '1'),
      commit('1'),
    ]);
    await create().runOnce();
    await create().runOnce();

    const committed = (await eventsOf('acme-01')).filter(
      ({ type }) => type === 'ChangeCommitted',
    );
    expect(committed.map(({ revision }) => revision).sort()).toEqual([
      hash('1'),
      hash('c'),
    ]);
    expect(committed[0]).toMatchObject({
      environment: 'devnet',
      change: { author: 'Olga Operator' },
    });
    expect(committed[0].change).not.toHaveProperty('number');
    // What is in the order has been told, also by another replica.
    expect(forge.readCommitPaths).toHaveBeenCalledTimes(2);
  });

  it('keeps the order of what the branch was at, and not of merged branches', async () => {
    forge.listCommits.mockResolvedValue([commit('1')]);
    await create().runOnce();
    forge.listCommits.mockResolvedValue([
      commit('a', '1', '9'),
      commit('9', '1'),
      commit('1'),
    ]);
    await create().runOnce();

    const positions = await order.positionsOf(['1', '9', 'a'].map(hash));
    expect(positions.has(hash('9'))).toBe(false);
    expect(positions.get(hash('a'))).toBeGreaterThan(positions.get(hash('1'))!);
  });

  it('tells no tenant the message of a commit that touches others too', async () => {
    forge.listCommits.mockResolvedValue([
      { ...commit('c'), title: 'Upgrade acme-01 and globex' },
    ]);
    forge.readCommitPaths.mockResolvedValue([
      'clients/acme-01/devnet/tenant.yaml',
      'clients/globex/devnet/tenant.yaml',
    ]);
    await create().runOnce();

    expect(await eventsOf('acme-01')).toMatchObject([
      { change: { title: 'Commit cccccccc of several tenants' } },
    ]);
    expect(JSON.stringify(await eventsOf('acme-01'))).not.toContain('globex');
  });

  it('tells nothing twice when two replicas read at the same time', async () => {
    forge.listPullRequests.mockResolvedValue([merged]);
    forge.listCommits.mockResolvedValue([commit('c', 'a'), commit('a')]);
    await Promise.all([create().runOnce(), create().runOnce()]);
    await create().runOnce();
    expect(await eventsOf('acme-01')).toHaveLength(3);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('logs a forge that is away once, and goes on when it is back', async () => {
    const timeline = create();
    forge.listPullRequests.mockRejectedValue(
      new ServiceUnavailableError('The forge is away.'),
    );
    await timeline.runOnce();
    await timeline.runOnce();
    expect(logger.warn).toHaveBeenCalledTimes(1);

    forge.listPullRequests.mockResolvedValue([opened]);
    await timeline.runOnce();
    expect(await eventsOf('acme-01')).toHaveLength(1);
  });
});
