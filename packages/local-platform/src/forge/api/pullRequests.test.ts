import {
  create,
  end,
  openPullRequest,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

describe('pull request API', () => {
  let forge: TestForge;

  beforeEach(async () => {
    forge = await startTestForge();
  });

  afterEach(async () => {
    await end(forge);
  });

  const merge = (number: number, body: object = { Do: 'merge' }) =>
    forge.api(`/pulls/${number}/merge`, { body });

  it('opens a pull request that can be merged', async () => {
    const number = await openPullRequest(forge, {
      branch: 'one',
      title: 'Add one',
      body: '# Why',
    });

    const { json } = await forge.api(`/pulls/${number}`);

    const { revision } = await forge.readTree('one');
    expect(json).toMatchObject({
      number,
      title: 'Add one',
      body: '# Why',
      state: 'open',
      user: { login: 'portal' },
      mergeable: true,
      merged: false,
      html_url: `${forge.url}/platform/gitops/pulls/${number}`,
      head: { ref: 'one', sha: revision },
      base: { ref: 'main', repo: { full_name: 'platform/gitops' } },
    });
  });

  it('shows files, diff and patch', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });

    const files = await forge.api(`/pulls/${number}/files`);
    const diff = await forge.api(`/pulls/${number}.diff`);
    const patch = await forge.api(`/pulls/${number}.patch`);

    expect(files.headers.get('x-total-count')).toBe('1');
    expect(files.json).toMatchObject([
      { filename: 'files/one', status: 'added', additions: 1, changes: 1 },
    ]);
    expect(diff.text).toContain('+++ b/files/one');
    expect(patch.text).toContain('Subject: [PATCH] Add one');
  });

  it.each([
    [{ head: 'missing', base: 'main', title: 'x' }, 404, 'does not exist'],
    [{ head: 'main', base: 'missing', title: 'x' }, 404, 'does not exist'],
    [{ head: 'main', base: 'main', title: 'x' }, 422, 'no changes'],
    [{ head: 'other:main', base: 'main', title: 'x' }, 404, 'does not exist'],
    [{ head: 'one', base: 'main', title: ' ' }, 422, '[title]'],
    [{ head: 'one', base: 'main', title: 'x'.repeat(256) }, 422, '[title]'],
    [{ head: 'one', base: 'main' }, 422, '[title]'],
  ])('refuses to open %j', async (body, status, message) => {
    const answer = await forge.api('/pulls', { body });

    expect(answer.status).toBe(status);
    expect(answer.json.message).toContain(message);
    expect((await forge.api('/pulls?state=all')).json).toEqual([]);
  });

  it('refuses a second pull request for the same branches', async () => {
    await openPullRequest(forge, { branch: 'one' });

    const { status, json } = await forge.api('/pulls', {
      body: { head: 'platform:one', base: 'main', title: 'Again' },
    });

    expect(status).toBe(409);
    expect(json.message).toContain('pull request already exists');
  });

  it('lists by state, newest first, page by page', async () => {
    const one = await openPullRequest(forge, { branch: 'one' });
    const two = await openPullRequest(forge, { branch: 'two' });
    const three = await openPullRequest(forge, { branch: 'three' });
    await merge(one);
    const numbersOf = async (query: string) =>
      (await forge.api(`/pulls${query}`)).json.map(
        (pull: { number: number }) => pull.number,
      );

    expect(await numbersOf('')).toEqual([three, two]);
    expect(await numbersOf('?state=closed')).toEqual([one]);
    expect(await numbersOf('?state=all&limit=2&page=2')).toEqual([one]);
    expect((await forge.api('/pulls?state=odd')).status).toBe(422);
  });

  it.each(['/pulls/99', '/pulls/0', '/pulls/x', '/pulls/1e3/files'])(
    'answers 404 to %s',
    async path => {
      expect((await forge.api(path)).status).toBe(404);
    },
  );

  it('merges with a merge commit', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });
    const head = (await forge.readTree('one')).revision;
    const base = (await forge.readTree()).revision;

    expect((await forge.api(`/pulls/${number}/merge`)).status).toBe(404);
    const { status, text } = await merge(number);

    expect([status, text]).toEqual([200, '']);
    expect((await forge.api(`/pulls/${number}/merge`)).status).toBe(204);
    const { json } = await forge.api(`/pulls/${number}`);
    const { revision, files } = await forge.readTree();
    expect(json).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: revision,
      merged_by: { login: 'portal' },
      mergeable: false,
    });
    expect(files).toContainEqual({ path: 'files/one', content: 'one' });
    const commit = await forge.api(`/git/commits/${revision}`);
    expect(commit.json.parents).toMatchObject([{ sha: base }, { sha: head }]);
    expect(commit.json.commit.message).toContain(
      `Merge pull request 'Add one' (#${number}) from one into main`,
    );
    const changed = await forge.api(`/pulls/${number}/files`);
    expect(changed.json).toMatchObject([{ filename: 'files/one' }]);
  });

  it('squashes into one commit with the given message, and deletes the branch', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });

    await merge(number, {
      Do: 'squash',
      MergeTitleField: 'One title',
      MergeMessageField: 'One message',
      delete_branch_after_merge: true,
    });

    const { json } = await forge.api('/git/commits/main');
    expect(json.parents).toHaveLength(1);
    expect(json.commit.message).toBe('One title\n\nOne message\n');
    await expect(forge.readTree('one')).rejects.toThrow();
    const pull = await forge.api(`/pulls/${number}`);
    expect(pull.json).toMatchObject({ merged: true, state: 'closed' });
  });

  it('merges changes that both sides made to different lines of a file', async () => {
    const { files } = await forge.readTree();
    const path = 'long.yaml';
    const text = (first: string, last: string) =>
      [first, ...'abcdefgh', last, ''].join('\n');
    expect(files).toHaveLength(2);
    await forge.api('/contents', {
      body: { files: [create(path, text('first', 'last'))] },
    });
    const number = await openPullRequest(forge, {
      branch: 'theirs',
      files: [await update(path, text('FIRST', 'last'))],
    });
    await forge.api('/contents', {
      body: { files: [await update(path, text('first', 'LAST'))] },
    });

    expect((await merge(number)).status).toBe(200);

    expect((await forge.readTree()).files).toContainEqual({
      path,
      content: text('FIRST', 'LAST'),
    });
  });

  it('answers 409 to a conflict, names the file and changes nothing', async () => {
    const number = await openPullRequest(forge, {
      branch: 'theirs',
      files: [await update('platform.yaml', 'theirs\n')],
    });
    await forge.api('/contents', {
      body: { files: [await update('platform.yaml', 'ours\n')] },
    });
    const before = await forge.readTree();

    const { status, json } = await merge(number);

    expect(status).toBe(409);
    expect(json.message).toContain('platform.yaml');
    expect(await forge.readTree()).toEqual(before);
    const pull = await forge.api(`/pulls/${number}`);
    expect(pull.json).toMatchObject({ state: 'open', mergeable: false });
  });

  it('refuses to merge twice, what is closed, and another head than the caller saw', async () => {
    const merged = await openPullRequest(forge, { branch: 'one' });
    const closed = await openPullRequest(forge, { branch: 'two' });
    const moved = await openPullRequest(forge, { branch: 'three' });
    await merge(merged);
    await forge.api(`/pulls/${closed}`, {
      method: 'PATCH',
      body: { state: 'closed' },
    });

    expect((await merge(merged)).status).toBe(405);
    expect((await merge(closed)).status).toBe(404);
    expect((await merge(99)).status).toBe(404);
    expect((await merge(moved, { Do: 'rebase' })).status).toBe(422);
    const head_commit_id = 'a'.repeat(40);
    const outdated = await merge(moved, { Do: 'merge', head_commit_id });
    expect(outdated).toMatchObject({
      status: 409,
      json: { message: 'head out of date' },
    });
  });

  it('merges once when asked twice at once', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });

    const answers = await Promise.all([merge(number), merge(number)]);

    expect(answers.map(answer => answer.status).sort()).toEqual([200, 405]);
    const { headers } = await forge.api('/commits');
    expect(headers.get('x-total-count')).toBe('3');
  });

  it('edits, closes and reopens', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });
    const edit = (body: object) =>
      forge.api(`/pulls/${number}`, { method: 'PATCH', body });

    const edited = await edit({ title: 'New title', body: 'New body' });
    const closed = await edit({ state: 'closed' });
    const reopened = await edit({ state: 'open' });

    expect(edited.status).toBe(201);
    expect(edited.json).toMatchObject({ title: 'New title', body: 'New body' });
    expect(closed.json.state).toBe('closed');
    expect(closed.json.closed_at).toEqual(expect.any(String));
    expect(reopened.json).toMatchObject({ state: 'open', closed_at: null });
    expect((await edit({ state: 'odd' })).status).toBe(422);
    await merge(number);
    expect((await edit({ state: 'open' })).status).toBe(412);
  });

  it('does not reopen when the branch is gone or another is open for it', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });
    const edit = (body: object) =>
      forge.api(`/pulls/${number}`, { method: 'PATCH', body });
    await edit({ state: 'closed' });
    await forge.api('/pulls', {
      body: { head: 'one', base: 'main', title: 'Instead' },
    });

    expect((await edit({ state: 'open' })).status).toBe(409);
    await forge.api('/branches/one', { method: 'DELETE' });
    expect((await edit({ state: 'open' })).status).toBe(404);
  });

  it('takes and lists comments', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });
    const path = `/issues/${number}/comments`;

    const added = await forge.api(path, { body: { body: 'Looks good' } });
    const listed = await forge.api(path);

    expect(added.status).toBe(201);
    expect(listed.json).toEqual([added.json]);
    expect(added.json).toMatchObject({
      body: 'Looks good',
      user: { login: 'portal' },
    });
    expect((await forge.api(path, { body: { body: '' } })).status).toBe(422);
    const missing = await forge.api('/issues/99/comments');
    expect(missing.status).toBe(404);
  });

  async function update(path: string, content: string) {
    const { json } = await forge.api(`/contents/${path}`);
    return { ...create(path, content), operation: 'update', sha: json.sha };
  }
});
