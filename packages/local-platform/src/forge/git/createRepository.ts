import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { Identity } from './commits';
import { createCommit } from './createCommit';
import { createGit, Git } from './Git';
import { assertBranchName, assertRepositoryPath, noCommit } from './names';
import { branchReference, updateReferences } from './references';
import { writeTree } from './writeTree';

const maximumPushBytes = 32 * 1024 * 1024;

const configuration: Record<string, string> = {
  'core.logAllRefUpdates': 'true',
  'core.protectHFS': 'true',
  'core.protectNTFS': 'true',
  // Objects that would check out into .git, or that are broken, are refused on push.
  'receive.fsckObjects': 'true',
  'receive.maxInputSize': `${maximumPushBytes}`,
  'receive.hideRefs': 'refs/pull',
  'gc.auto': '0',
};

/** What a repository begins with. */
export interface NewRepository {
  directory: string;
  defaultBranch: string;
  author: Identity;
  seed: RepositoryFile[];
}

/**
 * Opens the bare repository, and creates it with the seed as its first commit when there is none.
 *
 * It is created beside its place and then renamed, so that a start that was cut short leaves no
 * repository rather than half of one.
 *
 * @throws InputError when the default branch or a path of the seed is not allowed.
 */
export async function openRepository(options: NewRepository): Promise<Git> {
  const { directory } = options;
  if (!existsSync(directory)) {
    assertBranchName(options.defaultBranch);
    options.seed.forEach(file => assertRepositoryPath(file.path));
    await mkdir(dirname(directory), { recursive: true });
    const draft = await mkdtemp(join(dirname(directory), '.new-'));
    try {
      await createRepository(createGit(draft), options);
      await rename(draft, directory);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
  }
  return createGit(directory);
}

async function createRepository(
  git: Git,
  { defaultBranch, author, seed }: NewRepository,
): Promise<void> {
  const head = branchReference(defaultBranch);
  await git.run(['init', '--quiet', '--bare', '--template=']);
  await git.run(['symbolic-ref', 'HEAD', head]);
  for (const [key, value] of Object.entries(configuration)) {
    await git.run(['config', key, value]);
  }
  const edits = seed.map(({ path, content }) => ({
    path,
    mode: '100644',
    content: Buffer.from(content),
  }));
  const commit = await createCommit(git, {
    tree: await writeTree(git, { edits }),
    parents: [],
    author,
    committer: author,
    message: 'Lay out the platform',
  });
  await updateReferences(git, [
    { reference: head, before: noCommit, after: commit },
  ]);
}
