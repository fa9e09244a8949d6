import { Identity } from './commits';
import { Git } from './Git';

/** What a new commit is made of. */
export interface NewCommit {
  tree: string;
  parents: string[];
  author: Identity;
  committer: Identity;
  message: string;
}

/** Writes a commit object; no reference points to it yet. */
export async function createCommit(
  git: Git,
  commit: NewCommit,
): Promise<string> {
  const parents = commit.parents.flatMap(parent => ['-p', parent]);
  return git.text(['commit-tree', commit.tree, ...parents, '-F', '-'], {
    input: commit.message,
    env: {
      GIT_AUTHOR_NAME: commit.author.name,
      GIT_AUTHOR_EMAIL: commit.author.email,
      GIT_COMMITTER_NAME: commit.committer.name,
      GIT_COMMITTER_EMAIL: commit.committer.email,
    },
  });
}
