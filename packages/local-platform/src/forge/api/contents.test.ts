import { request as httpRequest } from 'node:http';
import {
  create,
  end,
  portalToken,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

describe('contents API', () => {
  let forge: TestForge;

  beforeEach(async () => {
    forge = await startTestForge();
  });

  afterEach(async () => {
    await end(forge);
  });

  const encode = (text: string) => Buffer.from(text).toString('base64');
  const shaOf = async (path: string) =>
    (await forge.api(`/contents/${path}?ref=main`)).json.sha;

  it('reads a file with its content, and answers 304 to its etag', async () => {
    const { status, json, headers } = await forge.api(
      '/contents/clients/acme-01/client.yaml?ref=main',
    );

    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: 'client.yaml',
      path: 'clients/acme-01/client.yaml',
      type: 'file',
      encoding: 'base64',
      content: encode('title: Acme\nsize: 1\n'),
      size: 20,
      html_url: `${forge.url}/platform/gitops/src/branch/main/clients/acme-01/client.yaml`,
    });
    expect(json.last_commit_sha).toBe((await forge.readTree()).revision);
    const again = await forge.get(
      '/api/v1/repos/platform/gitops/contents/clients/acme-01/client.yaml',
      { headers: { 'If-None-Match': headers.get('etag')! } },
    );
    expect(again.status).toBe(304);
  });

  it('lists a folder and the root', async () => {
    const root = await forge.api('/contents');
    const folder = await forge.api('/contents/clients/');

    expect(root.json).toMatchObject([
      { path: 'clients', type: 'dir', content: null },
      { path: 'platform.yaml', type: 'file', content: null },
    ]);
    expect(folder.json).toMatchObject([{ path: 'clients/acme-01' }]);
  });

  it.each([
    ['/contents/missing.yaml', 'object does not exist'],
    ['/contents/platform.yaml?ref=missing', 'object does not exist'],
    ['/contents/platform.yaml?ref=main~0', 'object does not exist'],
    ['/contents/platform.yaml?ref=--output=x', 'object does not exist'],
  ])('answers 404 to %s', async (path, message) => {
    const { status, json } = await forge.api(path);

    expect(status).toBe(404);
    expect(json.message).toContain(message);
    expect(json.url).toBe(`${forge.url}/api/swagger`);
  });

  it('commits creations, updates and deletions at once, on a new branch', async () => {
    const { status, json } = await forge.api('/contents', {
      body: {
        branch: 'main',
        new_branch: 'tenantry/change',
        message: 'Change three files',
        author: { name: 'Ada', email: 'ada@example.com' },
        files: [
          create('clients/new/client.yaml', 'title: New\n'),
          {
            operation: 'update',
            path: 'platform.yaml',
            content: encode('kind: Platform # changed\n'),
            sha: await shaOf('platform.yaml'),
          },
          {
            operation: 'delete',
            path: 'clients/acme-01/client.yaml',
            sha: await shaOf('clients/acme-01/client.yaml'),
          },
        ],
      },
    });

    expect(status).toBe(201);
    expect(json.files).toHaveLength(2);
    expect(json.commit).toMatchObject({
      message: 'Change three files\n',
      author: { name: 'Ada', email: 'ada@example.com' },
    });
    const { revision, files } = await forge.readTree('tenantry/change');
    expect(revision).toBe(json.commit.sha);
    expect(files).toEqual([
      { path: 'clients/new/client.yaml', content: 'title: New\n' },
      { path: 'platform.yaml', content: 'kind: Platform # changed\n' },
    ]);
    expect((await forge.readTree('main')).files).toHaveLength(2);
  });

  it.each([
    ['an existing file', create('platform.yaml', 'x'), 422, 'already exists'],
    [
      'a stale sha',
      {
        ...create('platform.yaml', 'x'),
        operation: 'update',
        sha: 'a'.repeat(40),
      },
      422,
      'sha does not match',
    ],
    [
      'an update without sha',
      { ...create('platform.yaml', 'x'), operation: 'update' },
      422,
      'SHA must be provided',
    ],
    [
      'a missing file',
      { operation: 'delete', path: 'missing.yaml', sha: 'a'.repeat(40) },
      404,
      'does not exist',
    ],
    ['a folder as file', create('clients', 'x'), 422, 'file and a folder'],
    [
      'a file as folder',
      create('platform.yaml/x', 'x'),
      422,
      'file and a folder',
    ],
    [
      'an unknown operation',
      { operation: 'move', path: 'x' },
      422,
      '[files.1.operation]',
    ],
    [
      'content that is no base64',
      { operation: 'create', path: 'x', content: '%' },
      422,
      'not base64',
    ],
    ['the same path again', create('good.yaml', 'x'), 422, 'named twice'],
  ])(
    'refuses %s and leaves no half commit',
    async (_, file, expected, message) => {
      const before = await forge.readTree();

      const { status, json } = await forge.api('/contents', {
        body: {
          new_branch: 'half',
          files: [create('good.yaml', 'good'), file],
        },
      });

      expect(status).toBe(expected);
      expect(json.message).toContain(message);
      await expect(forge.readTree('half')).rejects.toThrow();
      expect(await forge.readTree()).toEqual(before);
      expect(forge.pushes).toEqual([]);
    },
  );

  it.each([
    '../escape',
    '/etc/passwd',
    'a/../../b',
    'a//b',
    '.git/hooks/post-update',
    'a/.GIT/config',
    'a/git~1/config',
    '.git. /x',
    'a\\b',
    'a\u0000b',
    'x'.repeat(501),
  ])('refuses to write %j', async path => {
    const { status, json } = await forge.api('/contents', {
      body: { files: [create(path, 'x')] },
    });

    expect(status).toBe(422);
    expect(json.message).toContain('is refused');
  });

  it('refuses to read tricky paths that a client does not tidy up', async () => {
    const statuses = await Promise.all(
      [
        '/contents/..%2f..%2fHEAD',
        '/contents/clients/../../../HEAD',
        '/contents/%2e%2e/HEAD',
        '/contents/.git/config',
        '/contents/%00',
        '/contents/%',
      ].map(rawStatus),
    );

    expect(statuses.filter(status => status < 400 || status > 422)).toEqual([]);
  });

  it('commits two changes at once to one branch, one after the other', async () => {
    const paths = ['a', 'b', 'c', 'd', 'e', 'f'];

    const answers = await Promise.all(
      paths.map(path =>
        forge.api('/contents', { body: { files: [create(path, path)] } }),
      ),
    );

    expect(answers.map(answer => answer.status)).toEqual(paths.map(() => 201));
    const { files } = await forge.readTree();
    expect(files.map(file => file.path)).toEqual(expect.arrayContaining(paths));
    expect(forge.pushes).toHaveLength(paths.length);
  });

  it('lets only one of two changes to the same file win', async () => {
    const sha = await shaOf('platform.yaml');
    const update = (text: string) =>
      forge.api('/contents', {
        body: {
          files: [
            { ...create('platform.yaml', text), operation: 'update', sha },
          ],
        },
      });

    const answers = await Promise.all([update('one'), update('two')]);

    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422]);
  });

  it('lets only one of two requests create the same branch', async () => {
    const change = (path: string) =>
      forge.api('/contents', {
        body: { new_branch: 'same', files: [create(path, path)] },
      });

    const answers = await Promise.all([change('a'), change('b')]);

    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422]);
  });

  it('refuses bodies that are too large or no JSON, and strangers before either', async () => {
    const post = (token: string, body: string) =>
      forge.get('/api/v1/repos/platform/gitops/contents', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `token ${token}`,
        },
        body,
      });

    expect((await post(portalToken, `"${'x'.repeat(17e6)}"`)).status).toBe(413);
    expect((await post(portalToken, '{')).status).toBe(400);
    expect((await post('wrong', '{')).status).toBe(401);
  });

  /** Sends the path as it is; `fetch` would resolve the dots. */
  function rawStatus(path: string): Promise<number> {
    const { port } = new URL(forge.url);
    return new Promise((resolve, reject) => {
      httpRequest(
        {
          host: 'localhost',
          port,
          path: `/api/v1/repos/platform/gitops${path}`,
        },
        response => resolve(response.resume().statusCode!),
      )
        .on('error', reject)
        .end();
    });
  }
});
