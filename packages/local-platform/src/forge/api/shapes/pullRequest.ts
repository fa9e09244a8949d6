import { ForgeContext } from '../../core/ForgeContext';
import { PullRequest } from '../../core/pullRequests/readPullRequest';
import { CommentRecord } from '../../core/records';
import { ChangedFile } from '../../git/diffs';
import { createUrls } from '../urls';
import { toRepository } from './repository';
import { toUser } from './user';

/** A pull request as Gitea shows it. */
export function toPullRequest(context: ForgeContext, pull: PullRequest) {
  const url = createUrls(context).pull(pull.number);
  const { merged } = pull;
  const comments = context.store.records.comments.filter(
    comment => comment.pullRequest === pull.number,
  );
  return {
    id: pull.number,
    url,
    number: pull.number,
    user: toUser(context, pull.author),
    title: pull.title,
    body: pull.body,
    labels: [],
    milestone: null,
    assignee: null,
    assignees: null,
    requested_reviewers: null,
    state: pull.state,
    draft: false,
    is_locked: false,
    comments: comments.length,
    html_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    mergeable: pull.mergeable,
    merged: Boolean(merged),
    merged_at: merged?.at ?? null,
    merge_commit_sha: merged?.commit ?? null,
    merged_by: merged ? toUser(context, merged.by) : null,
    allow_maintainer_edit: false,
    base: toSide(context, pull.base, pull.baseCommit ?? ''),
    head: toSide(context, pull.head, pull.headCommit),
    merge_base: pull.mergeBase,
    due_date: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
  };
}

/** A file of a pull request as Gitea shows it. */
export function toPullRequestFile(
  context: ForgeContext,
  pull: PullRequest,
  { path, status, additions, deletions }: ChangedFile,
) {
  const urls = createUrls(context);
  const words = { added: 'added', modified: 'changed', removed: 'deleted' };
  return {
    filename: path,
    status: words[status],
    additions,
    deletions,
    changes: additions + deletions,
    html_url: urls.source(pull.headCommit, path),
    contents_url: urls.contents(pull.headCommit, path),
  };
}

/** A comment as Gitea shows it. */
export function toComment(context: ForgeContext, comment: CommentRecord) {
  const url = createUrls(context).pull(comment.pullRequest);
  return {
    id: comment.id,
    html_url: `${url}#issuecomment-${comment.id}`,
    pull_request_url: url,
    issue_url: '',
    user: toUser(context, comment.author),
    original_author: '',
    original_author_id: 0,
    body: comment.body,
    assets: [],
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
  };
}

function toSide(context: ForgeContext, branch: string, sha: string) {
  const repo = toRepository(context, false);
  return { label: branch, ref: branch, sha, repo_id: repo.id, repo };
}
