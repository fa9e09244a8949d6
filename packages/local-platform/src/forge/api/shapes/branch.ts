import { ForgeContext } from '../../core/ForgeContext';
import { Commit } from '../../git/commits';
import { toPayloadCommit } from './commit';

/** A branch as Gitea shows it. */
export function toBranch(context: ForgeContext, name: string, commit: Commit) {
  return {
    name,
    commit: toPayloadCommit(context, commit),
    protected: false,
    required_approvals: 0,
    enable_status_check: false,
    status_check_contexts: [],
    user_can_push: true,
    user_can_merge: true,
    effective_branch_protection_name: '',
  };
}
