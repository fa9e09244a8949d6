import { z } from 'zod';
import { ListedPullRequest, ProposedChange, PullRequest } from '../Forge';
import { RestClient } from '../http/RestClient';
import { withTimes } from '../pullRequestTimes';
import { CommitRange, PullRequestsApi } from '../RepositoryApi';

const pageSize = 100;
const maximumPages = 20;

const mergeRequestSchema = z.object({
  iid: z.number().int().positive(),
  web_url: z.string().regex(/^https?:\/\//),
  title: z.string(),
  author: z.object({ username: z.string() }),
  source_branch: z.string(),
  state: z.enum(['opened', 'closed', 'locked', 'merged']),
  merged_at: z.string().nullish(),
  // A fast-forward merge makes no commit: its commit is the last one of the branch.
  merge_commit_sha: z.string().nullish(),
  squash_commit_sha: z.string().nullish(),
  sha: z.string().nullish(),
  diff_refs: z.object({ base_sha: z.string(), head_sha: z.string() }).nullish(),
});

const listSchema = z.array(
  mergeRequestSchema.extend({
    created_at: z.iso.datetime({ offset: true }),
    updated_at: z.iso.datetime({ offset: true }),
    closed_at: z.iso.datetime({ offset: true }).nullish(),
  }),
);

const diffsSchema = z.array(
  z.object({ old_path: z.string(), new_path: z.string() }),
);

type MergeRequest = z.infer<typeof mergeRequestSchema>;

/** The merge requests of a project against one branch. */
export class MergeRequests implements PullRequestsApi {
  readonly #client: RestClient;
  readonly #target: string;

  constructor(client: RestClient, target: string) {
    this.#client = client;
    this.#target = target;
  }

  async findOpen(
    branch: string,
    signal?: AbortSignal,
  ): Promise<PullRequest | undefined> {
    const [found] = await this.#client.read(z.array(mergeRequestSchema), {
      path: '/merge_requests',
      query: {
        state: 'opened',
        source_branch: branch,
        target_branch: this.#target,
      },
      purpose: 'look for the open merge request',
      signal,
    });
    return found && toPullRequest(found);
  }

  async open(
    { title, description, branch }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> {
    const opened = await this.#client.read(mergeRequestSchema, {
      method: 'POST',
      path: '/merge_requests',
      body: {
        title,
        description,
        source_branch: branch,
        target_branch: this.#target,
        remove_source_branch: true,
      },
      purpose: 'open the merge request',
      signal,
    });
    return toPullRequest(opened);
  }

  async edit(
    number: number,
    { title, description }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> {
    const edited = await this.#client.read(mergeRequestSchema, {
      method: 'PUT',
      path: `/merge_requests/${number}`,
      body: { title, description },
      purpose: `bring merge request ${number} up to date`,
      signal,
    });
    return toPullRequest(edited);
  }

  async read(number: number, signal?: AbortSignal): Promise<PullRequest> {
    return toPullRequest(await this.#get(number, signal));
  }

  async list(
    limit: number,
    signal?: AbortSignal,
  ): Promise<ListedPullRequest[]> {
    const requests = await this.#client.read(listSchema, {
      path: '/merge_requests',
      query: {
        state: 'all',
        target_branch: this.#target,
        order_by: 'updated_at',
        sort: 'desc',
        per_page: `${limit}`,
      },
      purpose: 'list the merge requests',
      signal,
    });
    return requests.map(request => withTimes(toPullRequest(request), request));
  }

  async readRange(number: number, signal?: AbortSignal): Promise<CommitRange> {
    const { diff_refs: refs } = await this.#get(number, signal);
    if (!refs) {
      throw new Error(
        `GitLab does not tell the diff of merge request ${number}.`,
      );
    }
    return { before: refs.base_sha, after: refs.head_sha };
  }

  async readPaths(number: number, signal?: AbortSignal): Promise<string[]> {
    const paths = new Set<string>();
    for (let page = 1; page <= maximumPages; page++) {
      const diffs = await this.#client.read(diffsSchema, {
        path: `/merge_requests/${number}/diffs`,
        query: { per_page: `${pageSize}`, page: `${page}` },
        purpose: `read the files of merge request ${number}`,
        signal,
      });
      diffs.forEach(diff => paths.add(diff.old_path).add(diff.new_path));
      if (diffs.length < pageSize) {
        break;
      }
    }
    return [...paths];
  }

  #get(number: number, signal?: AbortSignal): Promise<MergeRequest> {
    return this.#client.read(mergeRequestSchema, {
      path: `/merge_requests/${number}`,
      purpose: `read merge request ${number}`,
      signal,
    });
  }
}

function toPullRequest(request: MergeRequest): PullRequest {
  const isMerged = request.state === 'merged';
  return {
    number: request.iid,
    url: request.web_url,
    title: request.title,
    author: request.author.username,
    branch: request.source_branch,
    state: stateOf(request),
    ...(isMerged && {
      mergedAt: request.merged_at ?? undefined,
      mergeCommit:
        request.merge_commit_sha ??
        request.squash_commit_sha ??
        request.sha ??
        undefined,
    }),
  };
}

/** `locked` is the moment of being merged. */
function stateOf({ state }: MergeRequest): PullRequest['state'] {
  return state === 'opened' || state === 'locked' ? 'open' : state;
}
