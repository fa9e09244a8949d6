import { NotFoundError } from '@backstage/errors';
import { findMergeBase } from '../../git/commits';
import { emptyTree } from '../../git/names';
import { findBranch, resolveReference } from '../../git/references';
import { ForgeContext } from '../ForgeContext';
import { PullRequestRecord } from '../records';

/** A pull request together with the commits it stands for now. */
export interface PullRequest extends PullRequestRecord {
  headCommit: string;
  /** Absent when the base branch is gone. */
  baseCommit?: string;
  /** Where the diff starts. */
  mergeBase: string;
  /** Whether it is open and merges without conflict. */
  mergeable: boolean;
  /** Paths on which both sides disagree. */
  conflicts: string[];
}

/** The reference that keeps the commits of a pull request, as Gitea names it. */
export function pullReference(number: number): string {
  return `refs/pull/${number}/head`;
}

/** @throws NotFoundError when there is no pull request of this number. */
export function findRecord(
  { store }: Pick<ForgeContext, 'store'>,
  number: number,
): PullRequestRecord {
  const record = store.records.pullRequests.find(
    candidate => candidate.number === number,
  );
  if (!record) {
    throw new NotFoundError(`pull request does not exist [index: ${number}]`);
  }
  return record;
}

/** @throws NotFoundError when there is no pull request of this number. */
export async function readPullRequest(
  context: ForgeContext,
  number: number,
): Promise<PullRequest> {
  return completePullRequest(context, findRecord(context, number));
}

/** Adds to a record what the repository says about it. */
export async function completePullRequest(
  context: ForgeContext,
  record: PullRequestRecord,
): Promise<PullRequest> {
  const { git } = context;
  const [headCommit, baseCommit] = await Promise.all([
    resolveReference(git, pullReference(record.number)),
    findBranch(git, record.base),
  ]);
  const commits = { headCommit, baseCommit };
  if (record.state === 'open' && baseCommit) {
    const { conflicts = [], mergeBase } = await context.mergeCheck.preview({
      base: baseCommit,
      head: headCommit,
    });
    const mergeable = conflicts.length === 0;
    return { ...record, ...commits, mergeBase, mergeable, conflicts };
  }
  const mergeBase =
    record.merged?.mergeBase ??
    (baseCommit && (await findMergeBase(git, baseCommit, headCommit))) ??
    emptyTree;
  return { ...record, ...commits, mergeBase, mergeable: false, conflicts: [] };
}
