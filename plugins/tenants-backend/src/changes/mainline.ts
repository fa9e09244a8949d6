import { ListedCommit } from '@tenantry/forges';

/**
 * What the branch itself was at, newest first: its latest commit, and each time the first parent.
 * The commits of merged branches are not among them.
 *
 * @param commits - newest first, as a forge lists them
 */
export function mainline(commits: readonly ListedCommit[]): ListedCommit[] {
  const byId = new Map(commits.map(commit => [commit.id, commit]));
  const line: ListedCommit[] = [];
  for (
    let commit = commits.at(0);
    commit && line.length < commits.length;
    commit = byId.get(commit.parents[0])
  ) {
    line.push(commit);
  }
  return line;
}
