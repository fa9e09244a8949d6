import {
  create,
  end,
  openPullRequest,
  startTestForge,
  TestForge,
} from '../../__testUtils__/startTestForge';

describe('pull requests and the branches under them', () => {
  let forge: TestForge;

  beforeEach(async () => {
    forge = await startTestForge();
  });
  afterEach(() => end(forge));

  const read = async (number: number) =>
    (await forge.api(`/pulls/${number}`)).json;

  async function update(path: string, content: string, branch = 'main') {
    const { json } = await forge.api(`/contents/${path}?ref=${branch}`);
    const file = {
      ...create(path, content),
      operation: 'update',
      sha: json.sha,
    };
    return forge.api('/contents', { body: { branch, files: [file] } });
  }

  it.each([
    ['fast-forward', ['merge', '--quiet', '--ff-only', 'origin/pushed']],
    ['merge', ['merge', '--quiet', '--no-ff', '-m', 'x', 'origin/pushed']],
  ])('are merged by a push of a %s', async (_, merge) => {
    const number = await openPullRequest(forge, { branch: 'pushed' });
    const other = await openPullRequest(forge, { branch: 'other' });
    const base = (await forge.readTree()).revision;
    const clone = await forge.clone();
    await forge.git(merge, clone);
    const head = await forge.git(['rev-parse', 'HEAD'], clone);

    await forge.git(['push', '--quiet', 'origin', 'main'], clone);

    expect(await read(number)).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'operator' },
      merge_commit_sha: head,
      merge_base: base,
    });
    const { json: files } = await forge.api(`/pulls/${number}/files`);
    expect(files).toMatchObject([{ filename: 'files/pushed' }]);
    expect(await read(other)).toMatchObject({ state: 'open' });
  });

  it('tells how far a branch is behind', async () => {
    await openPullRequest(forge, { branch: 'compared' });
    await update('platform.yaml', 'kind: New\n');

    const behind = await forge.api('/compare/compared...main');
    const ahead = await forge.api('/compare/main...compared');
    const unknown = await forge.api('/compare/main...absent');
    const half = await forge.api('/compare/main');

    expect(behind.json.total_commits).toBe(1);
    expect(ahead.json).toMatchObject({
      total_commits: 1,
      commits: [{ commit: { message: 'Add compared\n' } }],
    });
    expect([unknown.status, half.status]).toEqual([404, 404]);
  });

  it('bring a branch up to date, once', async () => {
    const number = await openPullRequest(forge, { branch: 'updated' });
    await update('platform.yaml', 'kind: New\n');
    const path = `/pulls/${number}/update`;

    const done = await forge.api(path, { method: 'POST' });
    const again = await forge.api(path, { method: 'POST' });
    const rebase = await forge.api(`${path}?style=rebase`, { method: 'POST' });

    expect([done.status, again.status, rebase.status]).toEqual([200, 422, 422]);
    const { json } = await forge.api('/compare/updated...main');
    expect(json.total_commits).toBe(0);
    const { json: files } = await forge.api(`/pulls/${number}/files`);
    expect(files).toMatchObject([{ filename: 'files/updated' }]);
  });

  it('leave a branch alone that disagrees with its base', async () => {
    const number = await openPullRequest(forge, { branch: 'disagreeing' });
    await update('platform.yaml', 'kind: Mine\n', 'disagreeing');
    await update('platform.yaml', 'kind: Theirs\n');

    const { status, json } = await forge.api(`/pulls/${number}/update`, {
      method: 'POST',
    });

    expect(status).toBe(409);
    expect(json.message).toContain('platform.yaml');
  });
});
