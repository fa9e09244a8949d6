import { ConflictError, isError } from '@backstage/errors';
import { z } from 'zod';
import { RepositoryFileInfo } from '../change/readFileInfos';
import { ListedCommit, PullRequest } from '../Forge';
import { RestClient } from '../http/RestClient';
import { BranchCommit, BranchState, RepositoryApi } from '../RepositoryApi';
import { toActions } from './actions';
import { listGitlabCommits, readGitlabCommitPaths } from './commits';
import { MergeRequests } from './mergeRequests';

const pageSize = 100;
const maximumPages = 20;

const branchSchema = z.object({ commit: z.object({ id: z.string() }) });
const commitSchema = z.object({ id: z.string() });
const entrySchema = z.object({
  id: z.string(),
  path: z.string(),
  type: z.string(),
  mode: z.string(),
});
const fileSchema = z.object({
  file_path: z.string(),
  blob_id: z.string(),
  execute_filemode: z.boolean().optional(),
  content: z.string(),
});

/** How GitLab says, with 400, that a branch is not what the caller saw. */
const movedPattern = /could not update|reference .* (changed|moved)|try again/i;

/** GitLab's API of one project (https://docs.gitlab.com/api/rest/). */
export class GitlabApi implements RepositoryApi {
  readonly branch: string;
  readonly pullRequests: MergeRequests;
  readonly #client: RestClient;

  constructor(client: RestClient, branch: string) {
    this.branch = branch;
    this.#client = client;
    this.pullRequests = new MergeRequests(client, branch);
  }

  async readBase(signal?: AbortSignal): Promise<string> {
    const { commit } = await this.#client.read(branchSchema, {
      path: `/repository/branches/${encodeURIComponent(this.branch)}`,
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
    const infos: RepositoryFileInfo[] = [];
    for (let page = 1; page <= maximumPages; page++) {
      const entries = await this.#client.find(z.array(entrySchema), {
        path: '/repository/tree',
        query: {
          path: folder,
          ref,
          per_page: `${pageSize}`,
          page: `${page}`,
        },
        purpose: `read ${folder} of the repository`,
        signal,
      });
      infos.push(
        ...(entries ?? [])
          .filter(({ mode }) => /^100/.test(mode))
          .map(({ path, id, mode }) => ({ path, blob: id, mode })),
      );
      if ((entries?.length ?? 0) < pageSize) {
        return infos;
      }
    }
    throw new Error(
      `The folder ${folder} has more than ${pageSize * maximumPages} entries.`,
    );
  }

  async findFile(
    path: string,
    ref: string,
    signal?: AbortSignal,
  ): Promise<RepositoryFileInfo | undefined> {
    const file = await this.#file(path, ref, signal);
    return (
      file && {
        path,
        blob: file.blob_id,
        mode: file.execute_filemode ? '100755' : '100644',
      }
    );
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
    return listGitlabCommits(this.#client, this.branch, limit, signal);
  }

  readCommitPaths(id: string, signal?: AbortSignal): Promise<string[]> {
    return readGitlabCommitPaths(this.#client, id, signal);
  }

  async compareBranch(
    { number, branch }: PullRequest,
    base: string,
    signal?: AbortSignal,
  ): Promise<BranchState> {
    const mergeBase = await this.#client.read(commitSchema, {
      path: '/repository/merge_base',
      query: [
        ['refs[]', base],
        ['refs[]', branch],
      ],
      purpose: `compare the branch ${branch}`,
      signal,
    });
    return {
      isBehind: mergeBase.id !== base,
      paths: await this.pullRequests.readPaths(number, signal),
    };
  }

  /** `force` with `start_sha` replaces the branch by one commit on the base, in one request. */
  async writeBranch(
    { branch, base, message, author, operations }: BranchCommit,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await this.#client.send({
        method: 'POST',
        path: '/repository/commits',
        body: {
          branch,
          start_sha: base,
          force: true,
          commit_message: message,
          author_name: author.name,
          author_email: author.email,
          actions: operations.flatMap(toActions),
        },
        purpose: 'write the files',
        signal,
      });
    } catch (error) {
      throw asConflict(error);
    }
  }

  async deleteBranch(branch: string, signal?: AbortSignal): Promise<void> {
    await this.#client.find(z.unknown(), {
      method: 'DELETE',
      path: `/repository/branches/${encodeURIComponent(branch)}`,
      purpose: `remove the branch ${branch}`,
      signal,
    });
  }

  #file(path: string, ref: string, signal?: AbortSignal) {
    return this.#client.find(fileSchema, {
      path: `/repository/files/${encodeURIComponent(path)}`,
      query: { ref },
      purpose: `read ${path} of the repository`,
      signal,
    });
  }
}

function asConflict(error: unknown): unknown {
  return isError(error) &&
    error.name === 'InputError' &&
    movedPattern.test(error.message)
    ? new ConflictError(error.message)
    : error;
}
