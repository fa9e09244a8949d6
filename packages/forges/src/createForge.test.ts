import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { FileChange } from '@tenantry/plugin-tenants-common';
import { startFakeGitea } from './__testUtils__/startFakeGitea';
import { startFakeGithub } from './__testUtils__/startFakeGithub';
import { startFakeGitlab } from './__testUtils__/startFakeGitlab';
import { startLocalForge } from './__testUtils__/startLocalForge';
import { World } from './__testUtils__/World';
import { createForge } from './createForge';
import { Forge, ProposedChange } from './Forge';

// Real git is slow on a busy machine.
jest.setTimeout(60_000);

const branch = 'tenantry/allow-list/acme-01';
const author = { name: 'Olga Operator', email: 'olga@example.com' };
const files = {
  'platform.yaml': 'kind: Platform\n',
  'clients/acme-01/client.yaml': 'title: Acme\n',
  'clients/acme-01/devnet/tenant.yaml': 'allowList: []\n',
  'clients/acme-01/devnet/old.yaml': 'kind: Old\n',
  'hub/projects/acme-01.yaml': 'kind: AppProject\n',
  'hub/projects/globex.yaml': 'kind: AppProject\n',
};
const fileChanges: FileChange[] = [
  {
    path: 'clients/acme-01/devnet/tenant.yaml',
    operation: 'update',
    content: 'allowList: [192.0.2.0/24] # Zoë\n',
    previousContent: 'allowList: []\n',
  },
  { path: 'clients/acme-01/devnet/old.yaml', operation: 'delete' },
  {
    path: 'clients/acme-01/testnet/tenant.yaml',
    operation: 'create',
    content: 'kind: New\n',
  },
];
const change: ProposedChange = {
  branch,
  title: 'Change the allow-list of acme-01',
  description: 'Lets `192.0.2.0/24` in.',
  files: fileChanges,
  author,
};
const changed = {
  'clients/acme-01/client.yaml': 'title: Acme\n',
  'clients/acme-01/devnet/tenant.yaml': 'allowList: [192.0.2.0/24] # Zoë\n',
  'clients/acme-01/testnet/tenant.yaml': 'kind: New\n',
  'hub/projects/acme-01.yaml': 'kind: AppProject\n',
  'hub/projects/globex.yaml': 'kind: AppProject\n',
  'platform.yaml': 'kind: Platform\n',
};

describe.each([
  ['GitHub', startFakeGithub],
  ['GitLab', startFakeGitlab],
  ['Gitea', startFakeGitea],
  ['the local forge', startLocalForge],
])('the forge on %s', (_, start) => {
  let world: World;
  let forge: Forge;

  beforeEach(async () => {
    world = await start(files);
    forge = createForge(
      world.registryUrl,
      ScmIntegrations.fromConfig(
        new ConfigReader({ integrations: world.integrations }),
      ),
    );
  });
  afterEach(() => world.stop());

  it('creates, updates and deletes files in the name of the author, in a pull request', async () => {
    const pullRequest = await forge.proposeChange(change);

    expect(pullRequest).toEqual({
      number: 1,
      url: expect.stringMatching(/^https?:.*\/platform\/gitops\/.*\/1$/),
      title: change.title,
      author: 'portal',
      branch,
      state: 'open',
    });
    expect(await world.read(branch)).toEqual(changed);
    expect(await world.read('main')).toEqual(files);
    expect(await world.authorOf(branch)).toEqual(author);
    expect(await world.pull(1)).toMatchObject({
      title: change.title,
      description: change.description,
    });
  });

  it('finds the open pull request of a branch, and reads it by its number', async () => {
    expect(await forge.findOpenPullRequest(branch)).toBeUndefined();

    const proposed = await forge.proposeChange(change);

    expect(await forge.findOpenPullRequest(branch)).toEqual(proposed);
    expect(await forge.readPullRequest(1)).toEqual(proposed);
    await expect(forge.readPullRequest(7)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('request 7'),
    });
  });

  it('replaces what the open pull request held, and is exactly the new change', async () => {
    await forge.proposeChange(change);
    const edited = {
      ...change,
      title: 'Rename acme-01',
      description: 'Another.',
      files: [
        {
          path: 'clients/acme-01/client.yaml',
          operation: 'update' as const,
          content: 'title: Acme Bank\n',
        },
      ],
    };

    const updated = await forge.proposeChange(edited);

    expect(updated).toMatchObject({ number: 1, title: edited.title });
    expect(await world.read(branch)).toEqual({
      ...files,
      'clients/acme-01/client.yaml': 'title: Acme Bank\n',
    });
    expect(await world.pull(1)).toMatchObject({
      title: edited.title,
      description: 'Another.',
      state: 'open',
    });
  });

  it('brings the open pull request up to date with a base that moved', async () => {
    await forge.proposeChange(change);
    await world.write({ 'platform.yaml': 'kind: Moved\n' });

    await forge.proposeChange(change);

    expect(await world.read(branch)).toEqual({
      ...changed,
      'platform.yaml': 'kind: Moved\n',
    });
  });

  it('builds anew where the base changed what the open pull request changes', async () => {
    await forge.proposeChange(change);
    const path = 'clients/acme-01/devnet/tenant.yaml';
    await world.write({ [path]: 'allowList: [198.51.100.0/24]\n' });

    await forge.proposeChange({
      ...change,
      files: [{ path, operation: 'update', content: 'allowList: [both]\n' }],
    });

    expect(await world.read(branch)).toEqual({
      ...files,
      [path]: 'allowList: [both]\n',
    });
    await world.merge(1);
    expect(await world.read('main')).toMatchObject({
      [path]: 'allowList: [both]\n',
    });
  });

  it.each(['merge', 'close'] as const)(
    'reuses the branch that was left after a %s',
    async ending => {
      await forge.proposeChange(change);
      await world[ending](1);
      const next = {
        path: 'clients/acme-01/client.yaml',
        operation: 'update' as const,
        content: 'title: Next\n',
      };

      const second = await forge.proposeChange({ ...change, files: [next] });

      expect(second).toMatchObject({ number: 2, state: 'open' });
      expect(await world.read(branch)).toEqual({
        ...(await world.read('main')),
        [next.path]: next.content,
      });
    },
  );

  it('refuses a change that was made from other files, and names them all', async () => {
    await world.write({
      'clients/acme-01/devnet/tenant.yaml': 'allowList: [203.0.113.0/24]\n',
      'clients/acme-01/testnet/tenant.yaml': 'kind: Another\n',
    });

    await expect(forge.proposeChange(change)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /devnet\/tenant\.yaml has other content, .*testnet\/tenant\.yaml is there already\. Run the form again/,
      ),
    });
    expect(await world.read(branch)).toBeUndefined();
  });

  it('refuses a change that the repository holds already', async () => {
    const [{ path }] = fileChanges;
    const content = files[path as keyof typeof files];
    const same = { path, operation: 'update' as const, content };
    const gone = { path: 'clients/acme-01/none', operation: 'delete' as const };

    await expect(
      forge.proposeChange({ ...change, files: [same, gone] }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('holds this change already'),
    });
    expect(await world.read(branch)).toBeUndefined();
  });

  it('tells what a merged pull request changed, and when', async () => {
    await forge.proposeChange(change);
    await world.write({ 'platform.yaml': 'kind: Between\n' });
    await world.merge(1);
    await world.write({ 'clients/acme-01/devnet/tenant.yaml': 'later\n' });

    const { pullRequest, files: read } = await forge.readChange(1);

    expect(pullRequest).toMatchObject({
      number: 1,
      state: 'merged',
      branch,
      mergedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      mergeCommit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(read).toEqual([
      { path: 'clients/acme-01/devnet/old.yaml', before: 'kind: Old\n' },
      {
        path: 'clients/acme-01/devnet/tenant.yaml',
        before: 'allowList: []\n',
        after: 'allowList: [192.0.2.0/24] # Zoë\n',
      },
      { path: 'clients/acme-01/testnet/tenant.yaml', after: 'kind: New\n' },
    ]);
  });

  it('lists the pull requests that changed last, in every state, with their times', async () => {
    for (const name of ['one', 'two', 'three']) {
      // With the same title, all made within a second would be one and the same commit.
      await forge.proposeChange({
        ...change,
        branch: `tenantry/${name}`,
        title: `Change number ${name}`,
      });
    }
    await world.close(2);
    await world.merge(1);

    const listed = await forge.listPullRequests(10);

    const time = expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/);
    const times = { openedAt: time, updatedAt: time };
    expect(listed.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(listed.find(({ number }) => number === 1)).toMatchObject({
      ...times,
      state: 'merged',
      author: 'portal',
      mergedAt: time,
      closedAt: time,
      mergeCommit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(listed.find(({ number }) => number === 2)).toMatchObject({
      ...times,
      state: 'closed',
      closedAt: time,
    });
    expect(listed.find(({ number }) => number === 3)).not.toHaveProperty(
      'closedAt',
    );
    const updates = listed.map(({ updatedAt }) => updatedAt);
    expect(updates).toEqual([...updates].sort().reverse());
    expect(await forge.listPullRequests(1)).toHaveLength(1);
    expect((await forge.readChangedPaths(3)).sort()).toEqual(
      fileChanges.map(({ path }) => path).sort(),
    );
  });

  it('lists the commits of its branch, with what they change and what they follow', async () => {
    await forge.proposeChange(change);
    await world.write({ 'clients/acme-01/client.yaml': 'title: Acme & Co\n' });
    await world.merge(1);

    const commits = await forge.listCommits(10);

    const merge = await forge.readPullRequest(1);
    expect(commits[0]).toEqual({
      id: merge.mergeCommit,
      parents: [expect.any(String), expect.any(String)],
      url: expect.stringMatching(`^https?://.*${merge.mergeCommit}$`),
      title: expect.stringMatching(/^Merge[^\n]*$/),
      author: expect.any(String),
      committedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    });
    const [before] = commits[0].parents;
    expect(await forge.readCommitPaths(before)).toEqual([
      'clients/acme-01/client.yaml',
    ]);
    expect((await forge.readCommitPaths(commits[0].id)).sort()).toEqual(
      fileChanges.map(({ path }) => path).sort(),
    );
    const first = commits.find(({ parents }) => parents.length === 0)!;
    expect(await forge.readCommitPaths(first.id)).toContain('platform.yaml');
    expect(await forge.listCommits(1)).toHaveLength(1);
  });

  it('tells the change of merged pull requests only', async () => {
    await forge.proposeChange(change);
    await expect(forge.readChange(1)).rejects.toMatchObject({
      name: 'ConflictError',
      message: 'The pull request 1 is open, not merged.',
    });
    await world.close(1);
    expect(await forge.readPullRequest(1)).toMatchObject({ state: 'closed' });
    await expect(forge.readChange(1)).rejects.toThrow('closed, not merged');
  });
});
