import { Git } from './Git';
import { withTemporaryIndex } from './temporaryIndex';

/** The merged tree, or the paths on which both sides disagree. */
export type MergeResult =
  | { tree: string; conflicts?: undefined }
  | { tree?: undefined; conflicts: string[] };

/** With -o, `git merge-index` ends with the number of files that it could not merge. */
const numbersOfConflicts = Array.from({ length: 255 }, (_, index) => index + 1);

/**
 * Merges two commits on top of their common ancestor and moves no reference.
 *
 * These are the steps of git's "resolve" strategy. They need no checkout and exist in every git,
 * where `git merge-tree --write-tree` needs 2.38.
 */
export async function mergeTrees(
  git: Git,
  commits: { base: string; ours: string; theirs: string },
): Promise<MergeResult> {
  return withTemporaryIndex(git, async index => {
    const { base, ours, theirs } = commits;
    await index.git.run([
      'read-tree',
      '-i',
      '-m',
      '--aggressive',
      base,
      ours,
      theirs,
    ]);
    await index.git.run(
      ['merge-index', '-o', '-q', 'git-merge-one-file', '-a'],
      { acceptedExitCodes: numbersOfConflicts },
    );
    const conflicts = await readUnmergedPaths(index.git);
    return conflicts.length > 0
      ? { conflicts }
      : { tree: await index.git.text(['write-tree']) };
  });
}

async function readUnmergedPaths(git: Pick<Git, 'text'>): Promise<string[]> {
  const output = await git.text(['ls-files', '-z', '--unmerged']);
  const paths = output
    .split('\0')
    .filter(Boolean)
    .map(record => record.slice(record.indexOf('\t') + 1));
  return [...new Set(paths)];
}
