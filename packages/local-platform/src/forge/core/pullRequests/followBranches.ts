import { noCommit } from '../../git/names';
import { updateReferences } from '../../git/references';
import { Push } from '../../types';
import { PullRequestRecord } from '../records';
import { editPullRequest, PullRequestContext } from './editPullRequest';
import { noticeMerges } from './noticeMerges';
import { pullReference } from './readPullRequest';

/**
 * Keeps open pull requests in step with their branches: new commits on the head belong to it, it is
 * closed when the head goes away, and merged when the base gets its commits.
 */
export async function followBranches(
  context: PullRequestContext,
  pushes: Push[],
): Promise<void> {
  for (const push of pushes) {
    const affected = context.store.records.pullRequests.filter(
      record => record.state === 'open' && record.head === push.branch,
    );
    for (const record of affected) {
      await follow(context, record, push);
    }
    await noticeMerges(context, push);
  }
}

async function follow(
  context: PullRequestContext,
  { number }: PullRequestRecord,
  { before, after, pusher }: Push,
): Promise<void> {
  if (after === noCommit) {
    await editPullRequest(context, number, { state: 'closed', sender: pusher });
  } else if (before !== noCommit) {
    await updateReferences(context.git, [
      { reference: pullReference(number), after },
    ]);
    context.events.emit('pullRequest', {
      action: 'synchronized',
      number,
      sender: pusher,
    });
  }
}
