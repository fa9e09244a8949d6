import { FileChange } from '@tenantry/plugin-tenants-common';

/**
 * A change to be proposed: one commit on a branch of its own, and one pull request.
 *
 * @public
 */
export interface ProposedChange {
  /** Branch that the change gets; never the registry's own. What it held before is replaced. */
  branch: string;
  title: string;
  /** Markdown. */
  description: string;
  /**
   * The files with what happens to them. Where `previousContent` is given, the repository must hold
   * exactly that when the change is written.
   */
  files: readonly FileChange[];
  author: Author;
}

/**
 * Who a commit is by.
 *
 * @public
 */
export interface Author {
  name: string;
  email: string;
}

/**
 * A pull request, which GitLab calls a merge request.
 *
 * @public
 */
export interface PullRequest {
  /** Number within the repository; GitLab's `iid`. */
  number: number;
  /** Address of its page. */
  url: string;
  title: string;
  /** Login of the account that opened it. */
  author: string;
  /** Branch with the change. */
  branch: string;
  state: 'open' | 'merged' | 'closed';
  /** RFC 3339; only of a merged one. */
  mergedAt?: string;
  /** Commit that the merge put on the registry's branch; only of a merged one. */
  mergeCommit?: string;
}

/**
 * A pull request with the times of its steps, all RFC 3339 in UTC.
 *
 * @public
 */
export interface ListedPullRequest extends PullRequest {
  openedAt: string;
  /** Of the last thing that happened to it, a comment too. */
  updatedAt: string;
  /** Only of one that is not open any more. */
  closedAt?: string;
}

/**
 * A commit of the registry's branch.
 *
 * @public
 */
export interface ListedCommit {
  /** Full hash. */
  id: string;
  /** Hashes of its parents; the first is the one that the branch was at before. */
  parents: string[];
  /** Address of its page. */
  url: string;
  /** First line of its message. */
  title: string;
  /** Login of the author's account, or else the name in the commit. */
  author: string;
  /** RFC 3339 in UTC. */
  committedAt: string;
}

/**
 * A file that a pull request changes, as it was where the pull request began and as it is at its end.
 *
 * @public
 */
export interface ChangedFile {
  /** Relative to the repository's root. */
  path: string;
  /** Absent for a file that the pull request creates. */
  before?: string;
  /** Absent for a file that the pull request deletes. */
  after?: string;
}

/**
 * A pull request with the files that it changes.
 *
 * @public
 */
export interface MergedChange {
  pullRequest: PullRequest;
  /** Sorted by path. */
  files: ChangedFile[];
}

/** @public */
export interface ForgeRequestOptions {
  /** Stops the request; what was begun is still taken back. */
  signal?: AbortSignal;
}

/**
 * The host of the GitOps repository. It reads and writes the repository of the registry and no
 * other; every pull request is one against the registry's branch.
 *
 * All methods are safe to repeat, and fail with
 *
 * - InputError: the forge does not accept what it was given, or a limit of size is exceeded.
 * - NotAllowedError: a branch is protected, or the credentials lack a right.
 * - NotFoundError: there is no such pull request, or the credentials cannot see the repository.
 * - ServiceUnavailableError: the forge limits requests, refuses the credentials, has an error, does
 *   not answer within 30 s, or `signal` stopped the request.
 *
 * The message says what was to be done, what the forge answered, and who can mend it how. It never
 * holds a credential.
 *
 * @public
 */
export interface Forge {
  /**
   * Proposes a change. Proposing again on the same branch brings its open pull request up to date
   * instead of opening a second one. When it fails, no branch without a pull request is left.
   *
   * @throws ConflictError when the repository holds the change already, when a file is no longer
   *   what the change was made from, or when others keep writing to the branch.
   */
  proposeChange(
    change: ProposedChange,
    options?: ForgeRequestOptions,
  ): Promise<PullRequest>;

  /** Reads one pull request. */
  readPullRequest(
    number: number,
    options?: ForgeRequestOptions,
  ): Promise<PullRequest>;

  /**
   * Lists the pull requests that something happened to last, in whatever state, newest first.
   *
   * @param limit - how many at most, from 1 to 100
   */
  listPullRequests(
    limit: number,
    options?: ForgeRequestOptions,
  ): Promise<ListedPullRequest[]>;

  /** Reads which files a pull request changes, without their content; of a renamed one, both paths. */
  readChangedPaths(
    number: number,
    options?: ForgeRequestOptions,
  ): Promise<string[]>;

  /**
   * Lists the latest commits of the registry's branch, newest first, those of merged branches
   * among them.
   *
   * @param limit - how many at most, from 1 to 50
   */
  listCommits(
    limit: number,
    options?: ForgeRequestOptions,
  ): Promise<ListedCommit[]>;

  /** Reads which files a commit changes in comparison with its first parent. */
  readCommitPaths(id: string, options?: ForgeRequestOptions): Promise<string[]>;

  /** Finds the open pull request of a branch. */
  findOpenPullRequest(
    branch: string,
    options?: ForgeRequestOptions,
  ): Promise<PullRequest | undefined>;

  /**
   * Reads what a merged pull request changed.
   *
   * @throws ConflictError when it is not merged.
   */
  readChange(
    number: number,
    options?: ForgeRequestOptions,
  ): Promise<MergedChange>;
}
