import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  end,
  openPullRequest,
  operatorToken,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

describe('git over HTTP', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await startTestForge();
  });

  afterAll(async () => {
    await end(forge);
  });

  async function commit(clone: string, file: string, content: string | Buffer) {
    await writeFile(join(clone, file), content);
    await forge.git(['add', '--all'], clone);
    await forge.git(['commit', '--quiet', '-m', `Change ${file}`], clone);
  }

  it('clones without credentials, with and without .git in the address', async () => {
    for (const address of ['gitops.git', 'gitops']) {
      const target = join(forge.dataDirectory, `anonymous-${address}`);
      await forge.git(['clone', `${forge.url}/platform/${address}`, target]);

      expect(await forge.git(['ls-files'], target)).toBe(
        'clients/acme-01/client.yaml\nplatform.yaml',
      );
    }
  });

  it.each(['0', '2'])('fetches with protocol version %s', async version => {
    const clone = await forge.clone();

    await expect(
      forge.git(
        ['-c', `protocol.version=${version}`, 'fetch', '--depth=1', 'origin'],
        clone,
      ),
    ).resolves.toBe('');
  });

  it('takes a push with a token and announces it', async () => {
    const clone = await forge.clone();
    await commit(clone, 'pushed.yaml', 'a: 1\n');
    const after = await forge.git(['rev-parse', 'HEAD'], clone);

    await forge.git(['push', '--quiet', 'origin', 'main'], clone);

    expect((await forge.readTree()).revision).toBe(after);
    expect(forge.pushes.at(-1)).toMatchObject({
      branch: 'main',
      after,
      pusher: 'operator',
    });
  });

  it('takes a push that git sends in chunks', async () => {
    const clone = await forge.clone();
    await commit(clone, 'large.bin', randomBytes(3 * 1024 * 1024));

    await forge.git(['push', '--quiet', 'origin', 'HEAD:large'], clone);

    const files = await forge.api('/git/trees/large');
    expect(files.json.tree).toContainEqual(
      expect.objectContaining({ path: 'large.bin', size: 3 * 1024 * 1024 }),
    );
  });

  it('refuses a push without a token and with a wrong one', async () => {
    const clone = await forge.clone();
    await commit(clone, 'refused.yaml', 'a: 1\n');
    const { host } = new URL(forge.url);
    const before = forge.pushes.length;

    for (const credentials of ['', 'operator:wrong@']) {
      const remote = `http://${credentials}${host}/platform/gitops.git`;
      await expect(
        forge.git(['push', remote, 'HEAD:refused'], clone),
      ).rejects.toThrow(/could not read|Authentication failed/);
    }
    expect(forge.pushes).toHaveLength(before);
  });

  it('refuses to delete the default branch and to write pull request references', async () => {
    const clone = await forge.clone();

    await expect(forge.git(['push', 'origin', ':main'], clone)).rejects.toThrow(
      'refusing to delete the current branch',
    );
    await expect(
      forge.git(['push', 'origin', 'HEAD:refs/pull/1/head'], clone),
    ).rejects.toThrow('deny updating a hidden ref');
  });

  it('refuses a tree that would check out into .git', async () => {
    const clone = await forge.clone();
    const blob = await forge.git(['rev-parse', 'HEAD:platform.yaml'], clone);
    const raw = await writeRawTree(clone, blob);
    const tree = await forge.git(
      ['hash-object', '-t', 'tree', '-w', '--literally', raw],
      clone,
    );
    const evil = await forge.git(['commit-tree', tree, '-m', 'evil'], clone);

    await expect(
      forge.git(['push', 'origin', `${evil}:refs/heads/evil`], clone),
    ).rejects.toThrow(/hasDotgit|contains '\.git'/);
    await expect(forge.readTree('evil')).rejects.toThrow();
  });

  it('moves an open pull request along with its branch, and closes it with the branch', async () => {
    const number = await openPullRequest(forge, { branch: 'moving' });
    const clone = await forge.clone();
    await forge.git(['checkout', '--quiet', 'moving'], clone);
    await commit(clone, 'more.yaml', 'a: 1\n');

    await forge.git(['push', '--quiet', 'origin', 'moving'], clone);
    const moved = await forge.api(`/pulls/${number}`);
    await forge.git(['push', '--quiet', 'origin', ':moving'], clone);
    const closed = await forge.api(`/pulls/${number}`);

    const head = await forge.git(['rev-parse', 'HEAD'], clone);
    expect(moved.json).toMatchObject({ state: 'open', head: { sha: head } });
    expect(closed.json).toMatchObject({ state: 'closed', merged: false });
    expect(closed.json.head.sha).toBe(head);
  });

  it('serves no other repository and no files of the repository folder', async () => {
    const service = 'info/refs?service=git-upload-pack';
    for (const path of [
      `/platform/other.git/${service}`,
      '/platform/gitops.git/HEAD',
      '/platform/gitops.git/config',
      '/platform/gitops.git/objects/info/packs',
    ]) {
      expect((await forge.get(path)).status).toBe(404);
    }
    const dumb = await forge.get('/platform/gitops.git/info/refs');
    expect(dumb.status).toBe(403);
  });

  it('asks git for credentials in the way that git understands', async () => {
    const answer = await forge.get(
      '/platform/gitops.git/info/refs?service=git-receive-pack',
    );

    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Basic');
    expect(answer.text).not.toContain(operatorToken);
  });

  async function writeRawTree(clone: string, blob: string): Promise<string> {
    const file = join(clone, 'raw-tree');
    const entry = Buffer.from('100644 .git\0');
    await writeFile(file, Buffer.concat([entry, Buffer.from(blob, 'hex')]));
    return file;
  }
});
