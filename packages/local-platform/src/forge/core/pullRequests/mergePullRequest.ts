import { ConflictError, NotFoundError } from '@backstage/errors';
import { createCommit } from '../../git/createCommit';
import { noCommit } from '../../git/names';
import {
  branchReference,
  findBranch,
  ReferenceUpdate,
  updateReferences,
} from '../../git/references';
import { ForgeUser } from '../../types';
import { NotMergeableError } from '../errors';
import { ForgeContext, identityOf } from '../ForgeContext';
import { PullRequest, readPullRequest } from './readPullRequest';

/** How a pull request is merged. */
export interface MergeRequest {
  style: 'merge' | 'squash';
  doer: ForgeUser;
  /** First line of the commit; a fitting one when absent. */
  title?: string;
  /** Rest of the commit's message. */
  message?: string;
  /** The head commit that the caller saw; anything when absent. */
  expectedHead?: string;
  deleteBranch: boolean;
}

/**
 * Merges a pull request: a new commit on the base branch, and everything or nothing.
 *
 * @returns id of the commit
 * @throws NotFoundError when it does not exist or is closed; NotMergeableError when it is merged;
 * ConflictError when both sides disagree or a branch moved meanwhile.
 */
export async function mergePullRequest(
  context: ForgeContext,
  number: number,
  request: MergeRequest,
): Promise<string> {
  const { git, store, events } = context;
  const pull = await readPullRequest(context, number);
  const { tree, base } = await assertMergeable(context, pull, request);
  const commit = await createCommit(git, {
    tree,
    parents: request.style === 'merge' ? [base, pull.headCommit] : [base],
    author: authorOf(context, pull, request),
    committer: identityOf(request.doer),
    message: messageOf(context, pull, request),
  });
  await updateReferences(git, [
    { reference: branchReference(pull.base), before: base, after: commit },
    ...(await branchDeletion(context, pull, request)),
  ]);
  await store.update(draft => {
    const record = draft.pullRequests.find(it => it.number === number)!;
    const at = new Date().toISOString();
    const by = request.doer.login;
    record.state = 'closed';
    record.updatedAt = record.closedAt = at;
    record.merged = { at, by, commit, mergeBase: pull.mergeBase };
  });
  events.emit('pullRequest', {
    action: 'closed',
    number,
    sender: request.doer.login,
  });
  return commit;
}

async function assertMergeable(
  { mergeCheck }: ForgeContext,
  pull: PullRequest,
  { expectedHead }: MergeRequest,
): Promise<{ tree: string; base: string }> {
  if (pull.merged) throw new NotMergeableError('The PR is already merged');
  if (pull.state === 'closed') {
    throw new NotFoundError('The pull request is closed.');
  }
  if (!pull.baseCommit) {
    throw new NotFoundError(`branch does not exist [name: ${pull.base}]`);
  }
  if (expectedHead && expectedHead !== pull.headCommit) {
    throw new ConflictError('head out of date');
  }
  const { tree, conflicts = [] } = await mergeCheck.preview({
    base: pull.baseCommit,
    head: pull.headCommit,
  });
  if (!tree) {
    throw new ConflictError(
      `merge conflict: both branches change ${conflicts.join(', ')}`,
    );
  }
  return { tree, base: pull.baseCommit };
}

async function branchDeletion(
  { git, repository }: ForgeContext,
  pull: PullRequest,
  { deleteBranch }: MergeRequest,
): Promise<ReferenceUpdate[]> {
  const kept = [repository.defaultBranch, pull.base];
  if (!deleteBranch || kept.includes(pull.head)) return [];
  const before = await findBranch(git, pull.head);
  const reference = branchReference(pull.head);
  return before ? [{ reference, before, after: noCommit }] : [];
}

/** A squash keeps the author of the change; a merge commit is written by who merges. */
function authorOf(
  { users }: ForgeContext,
  pull: PullRequest,
  { style, doer }: MergeRequest,
) {
  const author = users.find(user => user.login === pull.author);
  return identityOf(style === 'squash' && author ? author : doer);
}

function messageOf(
  { url, repository }: ForgeContext,
  pull: PullRequest,
  { style, title, message }: MergeRequest,
): string {
  const { number, head, base } = pull;
  const address = `${url}/${repository.owner}/${repository.name}/pulls/${number}`;
  const fitting =
    style === 'merge'
      ? `Merge pull request '${pull.title}' (#${number}) from ${head} into ${base}`
      : `${pull.title} (#${number})`;
  return `${title || fitting}\n\n${message || `Reviewed-on: ${address}`}\n`;
}
