import { NotAllowedError } from '@backstage/errors';
import { ForgeOptions } from '../types';

/** A branch that only some may push to; everybody who may write can merge into it. */
export interface BranchProtection {
  branch: string;
  /** Logins. */
  pushers: string[];
}

/** The default branch takes direct commits of some only; others propose. */
export function branchProtections({
  repository,
  operator,
  pushers = [operator],
}: ForgeOptions): BranchProtection[] {
  return [{ branch: repository.defaultBranch, pushers }];
}

/** @throws NotAllowedError when the branch is protected and `login` is not among its pushers. */
export function assertMayPush(
  protections: readonly BranchProtection[],
  branch: string,
  login: string,
): void {
  const protection = protections.find(rule => rule.branch === branch);
  if (protection && !protection.pushers.includes(login)) {
    throw new NotAllowedError(
      `Not allowed to push to protected branch ${branch} [user: ${login}]`,
    );
  }
}
