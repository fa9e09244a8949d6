import { z } from 'zod';
import { RepositoryFileInfo } from '../change/readFileInfos';
import { ListedCommit, PullRequest } from '../Forge';
import { RestClient } from '../http/RestClient';
import { BranchCommit, BranchState, RepositoryApi } from '../RepositoryApi';
import { listGiteaCommits, readGiteaCommitPaths } from './commits';
import { GiteaPullRequests } from './pullRequests';
import { rebuildBranch } from './rebuildBranch';
import { writeFiles } from './writeFiles';

const branchSchema = z.object({ commit: z.object({ id: z.string() }) });
const entrySchema = z.object({
  path: z.string(),
  type: z.string(),
  sha: z.string(),
});
const fileSchema = entrySchema.extend({ content: z.string().nullish() });
/** A folder is a list of what is in it; a link or a submodule is no file. */
const contentsSchema = z.union([z.array(entrySchema), fileSchema]);
const compareSchema = z.object({ total_commits: z.number() });

/**
 * Gitea's and Forgejo's API of one repository (https://docs.gitea.com/api).
 *
 * It has no request that moves a branch, so that the branch of an open pull request gets the
 * change on top of what it holds; the difference to the base is exactly the change all the same.
 */
export class GiteaApi implements RepositoryApi {
  readonly branch: string;
  readonly pullRequests: GiteaPullRequests;
  readonly #client: RestClient;

  constructor(client: RestClient, branch: string) {
    this.branch = branch;
    this.#client = client;
    this.pullRequests = new GiteaPullRequests(client, branch);
  }

  async readBase(signal?: AbortSignal): Promise<string> {
    const { commit } = await this.#client.read(branchSchema, {
      path: `/branches/${encodePath(this.branch)}`,
      purpose: `read the branch ${this.branch}`,
      signal,
    });
    return commit.id;
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
    return file && Buffer.from(file.content ?? '', 'base64').toString('utf8');
  }

  listCommits(limit: number, signal?: AbortSignal): Promise<ListedCommit[]> {
    return listGiteaCommits(this.#client, this.branch, limit, signal);
  }

  readCommitPaths(id: string, signal?: AbortSignal): Promise<string[]> {
    return readGiteaCommitPaths(this.#client, id, signal);
  }

  async compareBranch(
    { number, branch }: PullRequest,
    base: string,
    signal?: AbortSignal,
  ): Promise<BranchState> {
    const comparison = await this.#client.read(compareSchema, {
      path: `/compare/${encodePath(branch)}...${base}`,
      purpose: `compare the branch ${branch}`,
      signal,
    });
    return {
      isBehind: comparison.total_commits > 0,
      paths: await this.pullRequests.readPaths(number, signal),
    };
  }

  async writeBranch(commit: BranchCommit, signal?: AbortSignal): Promise<void> {
    const { open, branch, operations, message, author } = commit;
    if (open) {
      await rebuildBranch(
        { api: this, client: this.#client, pulls: this.pullRequests },
        { ...commit, open },
        signal,
      );
      return;
    }
    await this.deleteBranch(branch, signal);
    await writeFiles(
      this.#client,
      { branch: this.branch, new_branch: branch, message, author, operations },
      signal,
    );
  }

  async deleteBranch(branch: string, signal?: AbortSignal): Promise<void> {
    await this.#client.find(z.unknown(), {
      method: 'DELETE',
      path: `/branches/${encodePath(branch)}`,
      purpose: `remove the branch ${branch}`,
      signal,
    });
  }

  async #file(path: string, ref: string, signal?: AbortSignal) {
    const contents = await this.#contents(path, ref, signal);
    return contents && !Array.isArray(contents) && isFile(contents)
      ? contents
      : undefined;
  }

  #contents(path: string, ref: string, signal?: AbortSignal) {
    return this.#client.find(contentsSchema, {
      path: `/contents/${encodePath(path)}`,
      query: { ref },
      purpose: `read ${path} of the repository`,
      signal,
    });
  }
}

function isFile({ type }: { type: string }): boolean {
  return type === 'file';
}

function toInfo({ path, sha }: { path: string; sha: string }) {
  return { path, blob: sha };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
