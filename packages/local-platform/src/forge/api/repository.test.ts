import {
  create,
  end,
  operatorToken,
  portalToken,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

describe('repository API', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await startTestForge();
  });

  afterAll(async () => {
    await end(forge);
  });

  it('tells its version and its repository to everybody', async () => {
    const version = await forge.get('/api/v1/version');
    const repository = await forge.api('', { token: '' });

    expect(version.json.version).toMatch(/^1\.\d+\.\d+/);
    expect(repository.json).toMatchObject({
      name: 'gitops',
      full_name: 'platform/gitops',
      owner: { login: 'platform' },
      default_branch: 'main',
      clone_url: `${forge.url}/platform/gitops.git`,
    });
  });

  it.each([
    ['token', `token ${operatorToken}`],
    ['bearer', `Bearer ${operatorToken}`],
    ['password', `Basic ${btoa(`operator:${operatorToken}`)}`],
    ['password, in lower case', `basic ${btoa(`operator:${operatorToken}`)}`],
    ['user name', `Basic ${btoa(`${operatorToken}:x-oauth-basic`)}`],
  ])('knows the caller by a token given as %s', async (_, authorization) => {
    const { status, json } = await forge.get('/api/v1/user', {
      headers: { Authorization: authorization },
    });

    expect(status).toBe(200);
    expect(json).toMatchObject({
      login: 'operator',
      full_name: 'Olga Operator',
    });
    expect(JSON.stringify(json)).not.toContain(operatorToken);
  });

  it.each([
    ['no token', undefined, 'token is required'],
    ['a wrong token', 'token wrong', 'invalid username, password or token'],
    ['an unknown scheme', `Digest ${operatorToken}`, 'invalid username'],
  ])('answers 401 to %s', async (_, authorization, message) => {
    const { status, json } = await forge.get('/api/v1/user', {
      headers: authorization ? { Authorization: authorization } : {},
    });

    expect(status).toBe(401);
    expect(json.message).toContain(message);
  });

  it.each([
    ['POST', '/branches'],
    ['DELETE', '/branches/main'],
    ['POST', '/contents'],
    ['POST', '/pulls'],
    ['PATCH', '/pulls/1'],
    ['POST', '/pulls/1/merge'],
    ['POST', '/issues/1/comments'],
    ['POST', '/hooks'],
    ['GET', '/hooks'],
    ['DELETE', '/hooks/1'],
  ])('answers 401 to %s %s without a token', async (method, path) => {
    const { status, json } = await forge.api(path, { method, token: '' });

    expect(status).toBe(401);
    expect(json.message).toBe('token is required');
  });

  it.each([
    '/api/v1/repos/platform/other',
    '/api/v1/repos/other/gitops',
    '/api/v1/repos/platform/gitops/unknown',
    '/api/v1/unknown',
  ])('answers 404 to %s', async path => {
    const { status, json } = await forge.get(path);

    expect(status).toBe(404);
    expect(json.message).toBe("The target couldn't be found.");
  });

  describe('branches', () => {
    it('creates, reads, lists and deletes', async () => {
      const created = await forge.api('/branches', {
        body: { new_branch_name: 'feature/one', old_ref_name: 'main' },
      });
      const read = await forge.api('/branches/feature/one');
      const listed = await forge.api('/branches?limit=1&page=2');
      const deleted = await forge.api('/branches/feature/one', {
        method: 'DELETE',
      });

      const { revision } = await forge.readTree();
      expect(created.status).toBe(201);
      expect(created.json).toMatchObject({
        name: 'feature/one',
        commit: { id: revision, author: { username: 'operator' } },
        protected: false,
      });
      expect(read.json).toEqual(created.json);
      expect(listed.headers.get('x-total-count')).toBe('2');
      expect(listed.json).toMatchObject([{ name: 'main' }]);
      expect(deleted.status).toBe(204);
      expect((await forge.api('/branches/feature/one')).status).toBe(404);
    });

    it.each([
      [{ new_branch_name: 'main' }, 409, 'already exists'],
      [{ new_branch_name: 'x', old_ref_name: 'missing' }, 404, 'not exist'],
      [{ new_branch_name: '-x' }, 422, 'is refused'],
      [{ new_branch_name: 7 }, 422, '[new_branch_name]'],
      [{}, 422, '[new_branch_name]'],
    ])('refuses to create %j', async (body, status, message) => {
      const answer = await forge.api('/branches', { body });

      expect(answer.status).toBe(status);
      expect(answer.json.message).toContain(message);
    });

    it('refuses to delete the default branch and what is not there', async () => {
      const remove = (name: string) =>
        forge.api(`/branches/${name}`, { method: 'DELETE' });

      expect((await remove('main')).status).toBe(403);
      expect((await remove('missing')).status).toBe(404);
    });
  });

  describe('history and trees', () => {
    beforeAll(async () => {
      for (const path of ['one', 'two']) {
        await forge.api('/contents', {
          body: {
            message: `Add ${path}`,
            files: [create(`history/${path}`, 'line\n')],
          },
        });
      }
    });

    it('lists commits page by page, with what they changed', async () => {
      const first = await forge.api('/commits?limit=1');
      const second = await forge.api('/commits?limit=1&page=2');

      expect(first.headers.get('x-total-count')).toBe('3');
      expect(first.json).toMatchObject([
        {
          commit: {
            message: 'Add two\n',
            author: { name: 'Tenantry Portal' },
          },
          author: { login: 'portal' },
          parents: [{ sha: second.json[0].sha }],
          files: [{ filename: 'history/two', status: 'added' }],
          stats: { total: 1, additions: 1, deletions: 0 },
        },
      ]);
    });

    it('lists the commits of one path, without statistics when told so', async () => {
      const { json, headers } = await forge.api(
        '/commits?path=history/one&stat=false&files=false',
      );

      expect(headers.get('x-total-count')).toBe('1');
      expect(json).toMatchObject([{ files: null, stats: null }]);
    });

    it('reads one commit by branch and by id', async () => {
      const byBranch = await forge.api('/git/commits/main');
      const byId = await forge.api(`/git/commits/${byBranch.json.sha}`);

      expect(byBranch.json.sha).toBe((await forge.readTree()).revision);
      expect(byId.json).toEqual(byBranch.json);
    });

    it('lists a tree, flat or deep, and says when it is cut', async () => {
      const flat = await forge.api('/git/trees/main');
      const deep = await forge.api('/git/trees/main?recursive=true&per_page=2');

      expect(flat.json.tree.map((it: { path: string }) => it.path)).toEqual([
        'clients',
        'history',
        'platform.yaml',
      ]);
      expect(deep.json).toMatchObject({
        truncated: true,
        page: 1,
        tree: [
          { path: 'clients', type: 'tree' },
          { path: 'clients/acme-01', type: 'tree' },
        ],
      });
    });

    it.each([
      '/commits?sha=missing',
      '/git/commits/missing',
      '/git/trees/missing',
      '/archive/missing.tar.gz',
      '/archive/main.zip',
    ])('answers 404 to %s', async path => {
      expect((await forge.api(path)).status).toBe(404);
    });
  });

  it('never tells a token in an answer or a log', async () => {
    const answers = await Promise.all([
      forge.api(''),
      forge.api('/branches'),
      forge.api('/commits'),
      forge.get('/platform/gitops'),
    ]);
    const told = answers.map(answer => answer.text).join() + forge.warnings;

    expect(told).not.toContain(portalToken);
    expect(told).not.toContain(operatorToken);
  });
});
