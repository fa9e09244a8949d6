import { RepositoryFileInfo } from '../change/readFileInfos';
import { ListedCommit, PullRequest } from '../Forge';
import { BranchCommit, BranchState, RepositoryApi } from '../RepositoryApi';
import { GithubClient, GithubRepository } from './GithubClient';
import { GithubPullRequests } from './pullRequests';
import { listGithubCommits, readGithubCommitPaths } from './commits';
import { commitOnBranch } from './commitOnBranch';

/** GitHub's API of one repository (https://docs.github.com/en/rest). */
export class GithubApi implements RepositoryApi {
  readonly branch: string;
  readonly pullRequests: GithubPullRequests;
  readonly #client: GithubClient;
  readonly #repository: GithubRepository;

  constructor(
    client: GithubClient,
    repository: GithubRepository,
    branch: string,
  ) {
    this.branch = branch;
    this.#client = client;
    this.#repository = repository;
    this.pullRequests = new GithubPullRequests(client, repository, branch);
  }

  async readBase(signal?: AbortSignal): Promise<string> {
    const { object } = await this.#client.send(
      `read the branch ${this.branch}`,
      ({ rest }) =>
        rest.git.getRef({
          ...this.#repository,
          ref: `heads/${this.branch}`,
          request: { signal },
        }),
    );
    return object.sha;
  }

  async listFolder(
    folder: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<RepositoryFileInfo[]> {
    const contents = await this.#contents(folder, ref, signal);
    return Array.isArray(contents) ? contents.filter(isFile).map(toInfo) : [];
  }

  async findFile(
    path: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<RepositoryFileInfo | undefined> {
    const file = await this.#file(path, ref, signal);
    return file && toInfo(file);
  }

  async readText(
    path: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const file = await this.#file(path, ref, signal);
    return file && Buffer.from(file.content, 'base64').toString('utf8');
  }

  listCommits(limit: number, signal?: AbortSignal): Promise<ListedCommit[]> {
    const { branch } = this;
    return listGithubCommits(
      this.#client,
      { ...this.#repository, branch },
      limit,
      signal,
    );
  }

  readCommitPaths(id: string, signal?: AbortSignal): Promise<string[]> {
    return readGithubCommitPaths(this.#client, this.#repository, id, signal);
  }

  async compareBranch(
    { number, branch }: PullRequest,
    base: string,
    signal?: AbortSignal,
  ): Promise<BranchState> {
    const comparison = await this.#client.send(
      `compare the branch ${branch}`,
      ({ rest }) =>
        rest.repos.compareCommitsWithBasehead({
          ...this.#repository,
          basehead: `${base}...${branch}`,
          per_page: 1,
          request: { signal },
        }),
    );
    return {
      isBehind: comparison.behind_by > 0,
      paths: await this.pullRequests.readPaths(number, signal),
    };
  }

  writeBranch(commit: BranchCommit, signal?: AbortSignal): Promise<void> {
    return commitOnBranch(this.#client, this.#repository, commit, signal);
  }

  async deleteBranch(branch: string, signal?: AbortSignal): Promise<void> {
    await this.#client.find(`remove the branch ${branch}`, ({ rest }) =>
      rest.git.deleteRef({
        ...this.#repository,
        ref: `heads/${branch}`,
        request: { signal },
      }),
    );
  }

  async #file(path: string, ref: string, signal?: AbortSignal) {
    const contents = await this.#contents(path, ref, signal);
    return contents && !Array.isArray(contents) && contents.type === 'file'
      ? contents
      : undefined;
  }

  #contents(path: string, ref: string, signal?: AbortSignal) {
    return this.#client.find(`read ${path} of the repository`, ({ rest }) =>
      rest.repos.getContent({
        ...this.#repository,
        path,
        ref,
        request: { signal },
      }),
    );
  }
}

function isFile({ type }: { type: string }): boolean {
  return type === 'file';
}

function toInfo({ path, sha }: { path: string; sha: string }) {
  return { path, blob: sha };
}
