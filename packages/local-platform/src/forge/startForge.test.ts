import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  create,
  end,
  openPullRequest,
  seed,
  startTestForge,
  TestForge,
} from './__testUtils__/startTestForge';

describe('startForge', () => {
  let forge: TestForge;

  beforeEach(async () => {
    forge = await startTestForge();
  });

  afterEach(async () => {
    await end(forge);
  });

  it('begins with the seed as the first commit of the default branch', async () => {
    const { revision, files } = await forge.readTree();

    expect(files).toEqual(
      [...seed].sort((left, right) => left.path.localeCompare(right.path)),
    );
    expect(await forge.commitInfo(revision)).toMatchObject({
      revision,
      author: { name: 'Olga Operator', email: 'operator@example.com' },
    });
  });

  it('keeps commits and pull requests across a restart, and does not seed again', async () => {
    const number = await openPullRequest(forge, { branch: 'kept' });
    const before = await forge.readTree('kept');

    forge = await forge.restart();

    expect(await forge.readTree('kept')).toEqual(before);
    expect((await forge.api(`/pulls/${number}`)).json.title).toBe('Add kept');
  });

  it('reads a tree by branch and by commit, and refuses what does not exist', async () => {
    const { revision } = await forge.readTree();

    expect((await forge.readTree(revision)).revision).toBe(revision);
    await expect(forge.readTree('no-such-branch')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(forge.readTree('main~0')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(forge.commitInfo('0'.repeat(40))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('leaves nothing behind when the seed is refused', async () => {
    const dataDirectory = join(forge.dataDirectory, 'other');

    await expect(
      startTestForge({
        dataDirectory,
        seed: [{ path: '../escape', content: '' }],
      }),
    ).rejects.toThrow('"../escape" is refused');
    expect(
      await readdir(join(dataDirectory), { recursive: true }),
    ).not.toContain('gitops.git');
  });

  it('refuses a port that is taken, a short token and an unknown operator', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    await expect(startTestForge({ port })).rejects.toThrow(
      `cannot use port ${port}`,
    );
    server.close();
    await expect(
      startTestForge({
        users: [{ login: 'a', fullName: 'A', email: 'a@b.c', token: 'short' }],
      }),
    ).rejects.toThrow('has fewer than 20 characters');
    await expect(startTestForge({ operator: 'nobody' })).rejects.toThrow(
      '"nobody" is not among the users',
    );
  });

  it('tells listeners of each push once, and no longer when they stop', async () => {
    const heard: string[] = [];
    const stop = forge.onPush(push => heard.push(push.branch));
    const change = (path: string) =>
      forge.api('/contents', { body: { files: [create(path, 'x')] } });

    await change('one');
    stop();
    await change('two');

    expect(heard).toEqual(['main']);
    expect(forge.pushes).toHaveLength(2);
    expect(forge.pushes[1]).toMatchObject({
      ref: 'refs/heads/main',
      before: forge.pushes[0].after,
      pusher: 'portal',
    });
  });

  it('survives a listener that throws', async () => {
    forge.onPush(() => {
      throw new Error('listener broke');
    });

    const { status } = await forge.api('/contents', {
      body: { files: [create('one', 'x')] },
    });

    expect(status).toBe(201);
    expect(forge.warnings.join()).toContain('listener broke');
  });

  it('answers only to the names of this machine', async () => {
    const { port } = new URL(forge.url);
    const status = await new Promise(resolve => {
      request(
        { host: '127.0.0.1', port, headers: { Host: 'evil.example.com' } },
        response => resolve(response.resume().statusCode),
      ).end();
    });

    expect(status).toBe(421);
  });
});
