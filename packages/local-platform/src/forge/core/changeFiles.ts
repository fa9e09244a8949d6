import { InputError, NotFoundError } from '@backstage/errors';
import { Identity } from '../git/commits';
import { createCommit } from '../git/createCommit';
import { Git } from '../git/Git';
import { assertBranchName, assertRepositoryPath, noCommit } from '../git/names';
import {
  branchReference,
  findBranch,
  updateReferences,
} from '../git/references';
import { readAllEntries, TreeEntry } from '../git/trees';
import { TreeEdit, writeTree } from '../git/writeTree';

/** What to do with one file. */
export interface FileOperation {
  operation: 'create' | 'update' | 'delete';
  path: string;
  /** Not for a deletion. */
  content?: Buffer;
  /** Blob that the file is now, for an update or a deletion. */
  sha?: string;
}

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

function planEdits(
  entries: TreeEntry[],
  operations: FileOperation[],
): TreeEdit[] {
  const files = new Map(entries.map(entry => [entry.path, entry]));
  const seen = new Set<string>();
  return operations.map(operation => {
    const { path, content } = operation;
    assertRepositoryPath(path);
    if (seen.has(path)) {
      throw new InputError(`path is named twice [path: ${path}]`);
    }
    seen.add(path);
    const current = files.get(path);
    assertApplies(operation, current);
    return { path, content, mode: current?.mode ?? '100644' };
  });
}

function assertApplies(
  { operation, path, sha, content }: FileOperation,
  current: TreeEntry | undefined,
): void {
  if (operation === 'create' && current) {
    throw new InputError(`repository file already exists [path: ${path}]`);
  }
  if ((operation === 'delete') !== (content === undefined)) {
    throw new InputError(`content does not fit the operation [path: ${path}]`);
  }
  if (operation === 'create') return;
  if (!current) {
    throw new NotFoundError(`repository file does not exist [path: ${path}]`);
  }
  if (!sha) {
    throw new InputError(
      `a SHA must be provided to ${operation} a file [path: ${path}]`,
    );
  }
  if (sha !== current.id) {
    throw new InputError(
      `sha does not match [given: ${sha}, expected: ${current.id}]`,
    );
  }
}
