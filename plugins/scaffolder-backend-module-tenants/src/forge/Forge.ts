/**
 * A change to be proposed: one commit on a branch of its own, and one pull request.
 */
export interface ProposedChange {
  /** Branch that the change gets; never the registry's own. */
  branch: string;
  title: string;
  /** Markdown. */
  description: string;
  files: ProposedFile[];
  author: Author;
}

/** A file as it is to be after the change. */
export interface ProposedFile {
  /** Relative to the repository's root. */
  path: string;
  content: string;
}

/** Who the commit is by. */
export interface Author {
  name: string;
  email: string;
}

/** An open pull request. */
export interface PullRequest {
  number: number;
  /** Address of its page. */
  url: string;
}

/**
 * The host of the GitOps repository, as far as proposing changes goes. It writes to the repository
 * of the registry and to no other.
 */
export interface Forge {
  /**
   * Proposes a change. Proposing again on the same branch brings its open pull request up to date
   * instead of opening a second one. When it fails, no branch without a pull request is left.
   *
   * @param options.signal - stops it; what was begun is still taken back
   * @throws ConflictError when the repository holds the change already.
   * @throws ForwardedError with the cause when the forge refuses or does not answer.
   */
  proposeChange(
    change: ProposedChange,
    options?: { signal?: AbortSignal },
  ): Promise<PullRequest>;
}
