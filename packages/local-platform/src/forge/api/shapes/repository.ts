import { ForgeContext } from '../../core/ForgeContext';
import { createUrls } from '../urls';
import { toUser } from './user';

/** The repository as Gitea shows it. */
export function toRepository(context: ForgeContext, mayWrite: boolean) {
  const { owner, name, defaultBranch } = context.repository;
  const urls = createUrls(context);
  const open = context.store.records.pullRequests.filter(
    record => record.state === 'open',
  );
  return {
    id: 1,
    owner: toUser(context, owner),
    name,
    full_name: `${owner}/${name}`,
    description: '',
    empty: false,
    private: false,
    fork: false,
    template: false,
    mirror: false,
    archived: false,
    internal: false,
    html_url: urls.repository,
    url: urls.api,
    clone_url: `${urls.repository}.git`,
    ssh_url: '',
    default_branch: defaultBranch,
    permissions: { admin: mayWrite, push: mayWrite, pull: true },
    has_issues: false,
    has_wiki: false,
    has_pull_requests: true,
    open_issues_count: 0,
    open_pr_counter: open.length,
    allow_merge_commits: true,
    allow_squash_merge: true,
    allow_rebase: false,
    allow_rebase_explicit: false,
    default_merge_style: 'merge',
    default_delete_branch_after_merge: false,
    object_format_name: 'sha1',
  };
}
