import { findMergeBase } from '../../git/commits';
import { emptyTree, noCommit } from '../../git/names';
import {
  findMergeCommit,
  isAncestor,
  resolveReference,
} from '../../git/references';
import { Push } from '../../types';
import { PullRequestRecord } from '../records';
import { PullRequestContext } from './editPullRequest';
import { pullReference } from './readPullRequest';

/**
 * Marks the pull requests as merged whose commits came to their base by a push, as Gitea does.
 */
export async function noticeMerges(
  context: PullRequestContext,
  push: Push,
): Promise<void> {
  const candidates = context.store.records.pullRequests.filter(
    record => record.state === 'open' && record.base === push.branch,
  );
  for (const record of push.after === noCommit ? [] : candidates) {
    const head = await resolveReference(
      context.git,
      pullReference(record.number),
    );
    if (await isAncestor(context.git, head, push.after)) {
      await markMerged(context, record, { ...push, head });
    }
  }
}

async function markMerged(
  { git, store, events }: PullRequestContext,
  { number }: PullRequestRecord,
  { before, after, head, pusher }: Push & { head: string },
): Promise<void> {
  const mergeBase =
    before === noCommit ? undefined : await findMergeBase(git, before, head);
  const commit = (await findMergeCommit(git, head, after)) ?? head;
  await store.update(draft => {
    const record = draft.pullRequests.find(it => it.number === number)!;
    const at = new Date().toISOString();
    record.state = 'closed';
    record.updatedAt = record.closedAt = at;
    record.merged = {
      at,
      by: pusher,
      commit,
      mergeBase: mergeBase ?? emptyTree,
    };
  });
  events.emit('pullRequest', { action: 'closed', number, sender: pusher });
}
