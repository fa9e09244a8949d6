import {
  Author,
  ListedCommit,
  ListedPullRequest,
  ProposedChange,
  PullRequest,
} from './Forge';
import { FileOperation } from './change/planOperations';
import { RepositoryFileInfo } from './change/readFileInfos';

/** A commit that shall be all that a branch has beyond its base. */
export interface BranchCommit {
  branch: string;
  /** Commit of the registry's branch to build on. */
  base: string;
  message: string;
  author: Author;
  /** Against `base`. */
  operations: readonly FileOperation[];
  /** The pull request that the branch has already. */
  open?: PullRequest;
}

/** How a branch differs from a commit of the registry's branch. */
export interface BranchState {
  /** Whether it lacks commits of the base. */
  isBehind: boolean;
  /** Files that it changes, or undefined when there are more than the forge tells. */
  paths?: string[];
}

/** The commits that the diff of a pull request is between. */
export interface CommitRange {
  /** Where the pull request branched off. */
  before: string;
  /** Its last commit. */
  after: string;
}

/** The pull requests of a repository against the registry's branch. */
export interface PullRequestsApi {
  findOpen(
    branch: string,
    signal?: AbortSignal,
  ): Promise<PullRequest | undefined>;
  open(change: ProposedChange, signal?: AbortSignal): Promise<PullRequest>;
  /** Gives an open one the title and the description of the change. */
  edit(
    number: number,
    change: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest>;
  read(number: number, signal?: AbortSignal): Promise<PullRequest>;
  /** At most so many, one page, in whatever state, the one that changed last first. */
  list(limit: number, signal?: AbortSignal): Promise<ListedPullRequest[]>;
  readRange(number: number, signal?: AbortSignal): Promise<CommitRange>;
  /** The files that it changes; of a renamed one, both paths. */
  readPaths(number: number, signal?: AbortSignal): Promise<string[]>;
}

/**
 * The API of one repository of one kind of forge: what differs between the kinds. How a change is
 * proposed with it is the same for all, and is in `RepositoryForge`.
 *
 * A `ref` is a commit or a branch. `signal` ends a request early; every request ends after 30 s.
 */
export interface RepositoryApi {
  /** The registry's branch. */
  readonly branch: string;
  readonly pullRequests: PullRequestsApi;

  /** The latest commit of the registry's branch. */
  readBase(signal?: AbortSignal): Promise<string>;
  /** The files directly in a folder; none when there is no such folder. */
  listFolder(
    folder: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<RepositoryFileInfo[]>;
  findFile(
    path: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<RepositoryFileInfo | undefined>;
  /** Content of a text file, or undefined when there is no such file. */
  readText(
    path: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<string | undefined>;

  /** At most so many, one page, newest first. */
  listCommits(limit: number, signal?: AbortSignal): Promise<ListedCommit[]>;
  /** The files that a commit changes; of a renamed one, both paths where the forge tells. */
  readCommitPaths(id: string, signal?: AbortSignal): Promise<string[]>;

  compareBranch(
    open: PullRequest,
    base: string,
    signal?: AbortSignal,
  ): Promise<BranchState>;
  /**
   * Creates or replaces a branch.
   *
   * @throws ConflictError when somebody else wrote meanwhile; worth another try.
   */
  writeBranch(commit: BranchCommit, signal?: AbortSignal): Promise<void>;
  /** Removes a branch, or does nothing when there is none. */
  deleteBranch(branch: string, signal?: AbortSignal): Promise<void>;
}
