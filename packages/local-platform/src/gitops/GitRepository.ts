/** The repository at one commit. */
export interface RepositoryTree {
  /** Hash of the commit. */
  revision: string;
  /** Text of each file, by its path from the root. */
  files: ReadonlyMap<string, string>;
}

/** The repository that the GitOps engine reads. */
export interface GitRepository {
  /** Address as `repoURL` names it, with or without `.git`. */
  url: string;
  /** Hash of the commit at the head of the branch that is deployed. */
  head(): Promise<string>;
  /** @param revision - hash of a commit. */
  read(revision: string): Promise<RepositoryTree>;
  /** Calls back after each push; returns the function that stops it. */
  onPush(listener: () => void): () => void;
}

/** Whether two addresses name the same repository. */
export function sameRepository(left: string, right: string): boolean {
  const plain = (url: string) => url.replace(/(\.git)?\/*$/, '').toLowerCase();
  return plain(left) === plain(right);
}
