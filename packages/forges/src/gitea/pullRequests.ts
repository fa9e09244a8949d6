import { z } from 'zod';
import { ListedPullRequest, ProposedChange, PullRequest } from '../Forge';
import { RestClient } from '../http/RestClient';
import { withTimes } from '../pullRequestTimes';
import { CommitRange, PullRequestsApi } from '../RepositoryApi';

const pageSize = 50;
const maximumPages = 40;

const sideSchema = z.object({ ref: z.string(), sha: z.string() });

const pullRequestSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string().regex(/^https?:\/\//),
  title: z.string(),
  // Gitea shows a deleted account as null.
  user: z.object({ login: z.string() }).nullish(),
  state: z.enum(['open', 'closed']),
  merged: z.boolean(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  merge_base: z.string(),
  head: sideSchema,
  base: sideSchema,
});

const listSchema = z.array(
  pullRequestSchema.extend({
    created_at: z.iso.datetime({ offset: true }),
    updated_at: z.iso.datetime({ offset: true }),
    closed_at: z.iso.datetime({ offset: true }).nullish(),
  }),
);

const filesSchema = z.array(
  z.object({ filename: z.string(), previous_filename: z.string().nullish() }),
);

type GiteaPullRequest = z.infer<typeof pullRequestSchema>;

/** The pull requests of a repository against one branch. */
export class GiteaPullRequests implements PullRequestsApi {
  readonly #client: RestClient;
  readonly #base: string;

  constructor(client: RestClient, base: string) {
    this.#client = client;
    this.#base = base;
  }

  /** Gitea's list cannot be narrowed to a branch. */
  async findOpen(
    branch: string,
    signal?: AbortSignal,
  ): Promise<PullRequest | undefined> {
    for (let page = 1; page <= maximumPages; page++) {
      const pulls = await this.#client.read(z.array(pullRequestSchema), {
        path: '/pulls',
        query: { state: 'open', limit: `${pageSize}`, page: `${page}` },
        purpose: 'list the open pull requests',
        signal,
      });
      const found = pulls.find(
        ({ head, base }) => head.ref === branch && base.ref === this.#base,
      );
      if (found || pulls.length === 0) {
        return found && toPullRequest(found);
      }
    }
    throw new Error(
      `The repository has more than ${
        pageSize * maximumPages
      } open pull requests.`,
    );
  }

  async open(
    { title, description, branch }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> {
    const pull = await this.#client.read(pullRequestSchema, {
      method: 'POST',
      path: '/pulls',
      body: { title, body: description, head: branch, base: this.#base },
      purpose: 'open the pull request',
      signal,
    });
    return toPullRequest(pull);
  }

  async edit(
    number: number,
    { title, description }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> {
    const pull = await this.#client.read(pullRequestSchema, {
      method: 'PATCH',
      path: `/pulls/${number}`,
      body: { title, body: description },
      purpose: `bring pull request ${number} up to date`,
      signal,
    });
    return toPullRequest(pull);
  }

  async read(number: number, signal?: AbortSignal): Promise<PullRequest> {
    return toPullRequest(await this.#get(number, signal));
  }

  /** Those against other branches count in the page, and are left out. */
  async list(
    limit: number,
    signal?: AbortSignal,
  ): Promise<ListedPullRequest[]> {
    const pulls = await this.#client.read(listSchema, {
      path: '/pulls',
      query: {
        state: 'all',
        sort: 'recentupdate',
        limit: `${limit}`,
        page: '1',
      },
      purpose: 'list the pull requests',
      signal,
    });
    return pulls
      .filter(({ base }) => base.ref === this.#base)
      .map(pull => withTimes(toPullRequest(pull), pull));
  }

  async readRange(number: number, signal?: AbortSignal): Promise<CommitRange> {
    const { merge_base: before, head } = await this.#get(number, signal);
    return { before, after: head.sha };
  }

  async readPaths(number: number, signal?: AbortSignal): Promise<string[]> {
    const paths: string[] = [];
    for (let page = 1; page <= maximumPages; page++) {
      const files = await this.#client.read(filesSchema, {
        path: `/pulls/${number}/files`,
        query: { limit: `${pageSize}`, page: `${page}` },
        purpose: `read the files of pull request ${number}`,
        signal,
      });
      if (files.length === 0) {
        break;
      }
      paths.push(
        ...files.flatMap(({ filename, previous_filename: previous }) =>
          previous ? [previous, filename] : [filename],
        ),
      );
    }
    return [...new Set(paths)];
  }

  #get(number: number, signal?: AbortSignal): Promise<GiteaPullRequest> {
    return this.#client.read(pullRequestSchema, {
      path: `/pulls/${number}`,
      purpose: `read pull request ${number}`,
      signal,
    });
  }
}

function toPullRequest(pull: GiteaPullRequest): PullRequest {
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    author: pull.user?.login ?? 'ghost',
    branch: pull.head.ref,
    state: pull.merged ? 'merged' : pull.state,
    ...(pull.merged && {
      mergedAt: pull.merged_at ?? undefined,
      mergeCommit: pull.merge_commit_sha ?? undefined,
    }),
  };
}
