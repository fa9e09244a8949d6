import { ConflictError, NotFoundError } from '@backstage/errors';
import { Git } from './Git';
import { isBranchName, isCommitId, noCommit } from './names';

/** A change of one reference, which applies only when the reference still is at `before`. */
export interface ReferenceUpdate {
  /** Full name, for example `refs/heads/main`. */
  reference: string;
  /** The commit it must be at, `noCommit` when it must not exist; anything when absent. */
  before?: string;
  /** The commit it shall be at; `noCommit` to delete it. */
  after: string;
}

/** Full name of a branch's reference. */
export function branchReference(branch: string): string {
  return `refs/heads/${branch}`;
}

/** All branches with their commits, in order of their names. */
export async function readBranches(git: Git): Promise<Map<string, string>> {
  const lines = await git.text([
    'for-each-ref',
    '--format=%(objectname) %(refname:lstrip=2)',
    'refs/heads',
  ]);
  return new Map(
    lines
      .split('\n')
      .filter(Boolean)
      .map(line => [line.slice(41), line.slice(0, 40)]),
  );
}

/** The commit at the head of a branch, or undefined when there is no such branch. */
export async function findBranch(
  git: Git,
  branch: string,
): Promise<string | undefined> {
  return isBranchName(branch)
    ? findCommit(git, branchReference(branch))
    : undefined;
}

/**
 * The commit that a reference of the forge's own is at.
 *
 * @param reference - Full name, for example `refs/pull/1/head`.
 * @throws NotFoundError when there is none.
 */
export async function resolveReference(
  git: Git,
  reference: string,
): Promise<string> {
  const commit = await findCommit(git, reference);
  if (!commit)
    throw new NotFoundError(`The reference ${reference} is missing.`);
  return commit;
}

/**
 * The commit that a branch, a tag or a complete commit id stands for.
 *
 * @throws NotFoundError when there is none.
 */
export async function resolveCommit(git: Git, ref: string): Promise<string> {
  const candidates = isCommitId(ref)
    ? [ref]
    : [branchReference(ref), `refs/tags/${ref}`];
  if (isCommitId(ref) || isBranchName(ref)) {
    for (const candidate of candidates) {
      const commit = await findCommit(git, candidate);
      if (commit) return commit;
    }
  }
  throw new NotFoundError(`object does not exist [id: ${ref.slice(0, 100)}]`);
}

async function findCommit(git: Git, name: string): Promise<string | undefined> {
  const { exitCode, stdout } = await git.run(
    ['rev-parse', '--verify', '--quiet', `${name}^{commit}`],
    { acceptedExitCodes: [1, 128] },
  );
  return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Whether a commit has another one in its history, or is the same. */
export async function isAncestor(
  git: Git,
  ancestor: string,
  commit: string,
): Promise<boolean> {
  const { exitCode } = await git.run(
    ['merge-base', '--is-ancestor', ancestor, commit],
    { acceptedExitCodes: [1] },
  );
  return exitCode === 0;
}

/** The first merge that brought a commit into the history of another; none for a fast-forward. */
export async function findMergeCommit(
  git: Git,
  commit: string,
  descendant: string,
): Promise<string | undefined> {
  const merges = await git.text([
    'rev-list',
    '--ancestry-path',
    '--merges',
    '--reverse',
    `${commit}..${descendant}`,
  ]);
  return merges.split('\n')[0] || undefined;
}

/**
 * Applies all updates, or none.
 *
 * @throws ConflictError when a reference is no longer where the caller saw it.
 */
export async function updateReferences(
  git: Git,
  updates: ReferenceUpdate[],
): Promise<void> {
  const commands = updates.map(({ reference, before, after }) =>
    after === noCommit
      ? `delete ${reference}\0${before ?? ''}\0`
      : `update ${reference}\0${after}\0${before ?? ''}\0`,
  );
  const { exitCode } = await git.run(['update-ref', '-z', '--stdin'], {
    input: `start\0${commands.join('')}prepare\0commit\0`,
    acceptedExitCodes: [1, 128],
  });
  if (exitCode !== 0) {
    const names = updates.map(update => update.reference).join(', ');
    throw new ConflictError(`The reference ${names} moved or exists already.`);
  }
}
