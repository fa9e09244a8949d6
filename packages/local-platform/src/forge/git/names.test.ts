import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createGit } from './Git';
import { assertBranchName, assertRepositoryPath, isBranchName } from './names';
import { readAllEntries } from './trees';
import { writeTree } from './writeTree';

const trickyText = fc.string({
  unit: fc.constantFrom(
    ...'aZ9./-_~^:*?[@{} \\ü\t+#\u200c',
    '.git',
    '.GIT',
    'git~1',
    '.lock',
    'refs/heads/',
  ),
  minLength: 1,
  maxLength: 8,
});

const accepts = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

describe('names', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'forge-names-'));
    await createGit(directory).run(['init', '--quiet', '--bare']);
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it('lets only paths pass that git stores as they are', async () => {
    const git = createGit(directory);
    await fc.assert(
      fc.asyncProperty(trickyText, async path => {
        fc.pre(accepts(() => assertRepositoryPath(path)));
        const content = Buffer.from('x');
        const edits = [{ path, mode: '100644', content }];
        const entries = await readAllEntries(
          git,
          await writeTree(git, { edits }),
        );
        expect(entries.map(entry => entry.path)).toEqual([path]);
      }),
      { numRuns: 40 },
    );
  });

  it('lets only branch names pass that git accepts', async () => {
    const git = createGit(directory);
    await fc.assert(
      fc.asyncProperty(trickyText, async name => {
        fc.pre(isBranchName(name));
        await expect(
          git.text(['check-ref-format', `refs/heads/${name}`]),
        ).resolves.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it.each(['a', 'clients/acme-01/client.yaml', '.github/x', 'a b', 'ü.yaml'])(
    'lets the path %j pass',
    path => {
      expect(() => assertRepositoryPath(path)).not.toThrow();
    },
  );

  it.each(['main', 'tenantry/onboard-acme-01', 'v1.2+x', 'größe'])(
    'lets the branch name %j pass',
    name => {
      expect(() => assertBranchName(name)).not.toThrow();
    },
  );

  it.each([
    '-d',
    'a..b',
    'a//b',
    'a/',
    '/a',
    'a.lock',
    'a/.b',
    'a b',
    'a~1',
    'a^{commit}',
    '@{-1}',
    'a'.repeat(101),
    'a'.repeat(40),
  ])('refuses the branch name %j, which it names', name => {
    expect(() => assertBranchName(name)).toThrow(name.slice(0, 100));
  });
});
