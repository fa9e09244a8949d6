import { ForgeContext } from '../../core/ForgeContext';
import { BranchProtection } from '../../core/protection';
import { Commit } from '../../git/commits';
import { toPayloadCommit } from './commit';

/** A branch as Gitea shows it. */
export function toBranch(context: ForgeContext, name: string, commit: Commit) {
  const protection = context.protections.find(rule => rule.branch === name);
  return {
    name,
    commit: toPayloadCommit(context, commit),
    protected: Boolean(protection),
    required_approvals: 0,
    enable_status_check: false,
    status_check_contexts: [],
    user_can_push: true,
    user_can_merge: true,
    effective_branch_protection_name: protection?.branch ?? '',
  };
}

/** A branch protection as Gitea shows it. */
export function toBranchProtection({ branch, pushers }: BranchProtection) {
  return {
    branch_name: branch,
    rule_name: branch,
    enable_push: true,
    enable_push_whitelist: true,
    push_whitelist_usernames: pushers,
    enable_merge_whitelist: false,
    merge_whitelist_usernames: [],
    required_approvals: 0,
    enable_status_check: false,
    status_check_contexts: [],
  };
}
