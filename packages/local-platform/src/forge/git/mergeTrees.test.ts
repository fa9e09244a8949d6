import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBlobs } from './blobs';
import { createCommit } from './createCommit';
import { createGit, Git } from './Git';
import { mergeTrees } from './mergeTrees';
import { readAllEntries } from './trees';
import { writeTree } from './writeTree';

type Files = Record<string, string>;

describe('mergeTrees', () => {
  let git: Git;

  beforeAll(async () => {
    git = createGit(await mkdtemp(join(tmpdir(), 'forge-merge-')));
    await git.run(['init', '--quiet', '--bare']);
  });

  afterAll(async () => {
    await rm(git.directory, { recursive: true, force: true });
  });

  async function commit(files: Files): Promise<string> {
    const edits = Object.entries(files).map(([path, content]) => ({
      path,
      mode: '100644',
      content: Buffer.from(content),
    }));
    const identity = { name: 'Dev', email: 'dev@example.com' };
    return createCommit(git, {
      tree: await writeTree(git, { edits }),
      parents: [],
      author: identity,
      committer: identity,
      message: 'x',
    });
  }

  async function merge(base: Files, ours: Files, theirs: Files) {
    const { tree, conflicts } = await mergeTrees(git, {
      base: await commit(base),
      ours: await commit(ours),
      theirs: await commit(theirs),
    });
    if (!tree) return conflicts;
    const entries = await readAllEntries(git, tree);
    const contents = await readBlobs(
      git,
      entries.map(entry => entry.id),
    );
    return Object.fromEntries(
      entries.map(({ path }, index) => [path, contents[index].toString()]),
    );
  }

  it('names every conflict, however many there are', async () => {
    const files = (content: string) =>
      Object.fromEntries(
        ['a', 'b', 'c'].map(path => [path, `${path} ${content}\n`]),
      );
    await expect(
      merge(files('base'), files('ours'), files('theirs')),
    ).resolves.toEqual(['a', 'b', 'c']);
    await expect(
      merge({ ...files('base'), d: 'd' }, files('ours'), { d: 'other' }),
    ).resolves.toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes what only one side changed, added or removed', async () => {
    await expect(
      merge(
        { same: '1', changed: '1', removed: '1' },
        { same: '1', changed: '1', removed: '1', 'ours/new': 'o' },
        { same: '1', changed: '2', 'theirs/new': 't' },
      ),
    ).resolves.toEqual({
      same: '1',
      changed: '2',
      'ours/new': 'o',
      'theirs/new': 't',
    });
  });

  it('takes what both sides did alike', async () => {
    await expect(
      merge({ a: '1', b: '1' }, { a: '2', new: 'n' }, { a: '2', new: 'n' }),
    ).resolves.toEqual({ a: '2', new: 'n' });
  });

  it.each([
    ['both change the same line', { a: '1' }, { a: '2' }, { a: '3' }],
    ['one removes what the other changes', { a: '1' }, {}, { a: '3' }],
    ['both add different contents', {}, { a: '2' }, { a: '3' }],
    ['one makes a folder of a file', { a: '1' }, { 'a/b': '1' }, { a: '3' }],
  ])('reports the path when %s', async (_, base, ours, theirs) => {
    await expect(merge(base, ours, theirs)).resolves.toContain('a');
  });
});
