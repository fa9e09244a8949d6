import { InputError, NotFoundError } from '@backstage/errors';
import { Identity } from '../git/commits';
import { createCommit } from '../git/createCommit';
import { Git } from '../git/Git';
import { assertBranchName, noCommit } from '../git/names';
import {
  branchReference,
  findBranch,
  updateReferences,
} from '../git/references';
import { readAllEntries } from '../git/trees';
import { writeTree } from '../git/writeTree';
import { FileOperation, planEdits } from './planEdits';

/** One commit with any number of file operations. */
export interface FilesChange {
  /** Branch to start from. */
  branch: string;
  /** Branch to create with the commit; absent to commit to `branch`. */
  newBranch?: string;
  operations: FileOperation[];
  message: string;
  author: Identity;
  committer: Identity;
}

/**
 * Commits all operations, or none of them.
 *
 * @returns id of the commit
 * @throws InputError when an operation does not apply; NotFoundError when the branch, or a file
 * to delete, does not exist; ConflictError when somebody else moved the branch meanwhile.
 */
export async function changeFiles(
  git: Git,
  change: FilesChange,
): Promise<string> {
  const parent = await findBranch(git, change.branch);
  if (!parent) {
    throw new NotFoundError(`branch does not exist [name: ${change.branch}]`);
  }
  const target = change.newBranch ?? change.branch;
  await assertTarget(git, change);
  const edits = planEdits(await readAllEntries(git, parent), change.operations);
  const commit = await createCommit(git, {
    ...change,
    tree: await writeTree(git, { from: parent, edits }),
    parents: [parent],
  });
  const before = target === change.branch ? parent : noCommit;
  await updateReferences(git, [
    { reference: branchReference(target), before, after: commit },
  ]);
  return commit;
}

async function assertTarget(git: Git, change: FilesChange): Promise<void> {
  const { branch, newBranch } = change;
  if (!newBranch || newBranch === branch) return;
  assertBranchName(newBranch);
  if (await findBranch(git, newBranch)) {
    throw new InputError(`branch already exists [name: ${newBranch}]`);
  }
}
