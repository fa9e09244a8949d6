import { readAllChanges } from '../api/routes/commits';
import { toPayloadCommit } from '../api/shapes/commit';
import { toPullRequest } from '../api/shapes/pullRequest';
import { toRepository } from '../api/shapes/repository';
import { toUser } from '../api/shapes/user';
import { createUrls } from '../api/urls';
import { ForgeContext } from '../core/ForgeContext';
import { PullRequestEvent } from '../core/ForgeEvents';
import { readPullRequest } from '../core/pullRequests/readPullRequest';
import { countCommits, readCommits } from '../git/commits';
import { noCommit } from '../git/names';
import { Push } from '../types';

/** Gitea puts no more commits than this into a payload. */
const maximumCommits = 30;

/** The payload of a `push` delivery. */
export async function createPushPayload(context: ForgeContext, push: Push) {
  const { commits, total } = await readPushedCommits(context, push);
  const changes = await readAllChanges(context, commits);
  const items = commits.map((commit, index) =>
    toPayloadCommit(context, commit, changes[index]),
  );
  const { ref, before, after } = push;
  const pusher = toUser(context, push.pusher);
  const page = createUrls(context).repository;
  return {
    ref,
    before,
    after,
    compare_url: after === noCommit ? page : `${page}/commit/${after}`,
    commits: items,
    total_commits: total,
    head_commit: items[0] ?? null,
    repository: toRepository(context, true),
    pusher,
    sender: pusher,
  };
}

/** The payload of a `pull_request` delivery. */
export async function createPullRequestPayload(
  context: ForgeContext,
  { action, number, sender }: PullRequestEvent,
) {
  const pull = await readPullRequest(context, number);
  return {
    action,
    number,
    pull_request: toPullRequest(context, pull),
    requested_reviewer: null,
    repository: toRepository(context, true),
    sender: toUser(context, sender),
    commit_id: '',
    review: null,
  };
}

async function readPushedCommits(
  { git, repository }: ForgeContext,
  { before, after, branch }: Push,
) {
  if (after === noCommit) return { commits: [], total: 0 };
  const base = branch === repository.defaultBranch ? undefined : repository;
  const notIn =
    before === noCommit ? base && `refs/heads/${base.defaultBranch}` : before;
  const range = { from: after, notIn };
  return {
    commits: await readCommits(git, { ...range, limit: maximumCommits }),
    total: await countCommits(git, range),
  };
}
