import type { RestEndpointMethodTypes } from '@octokit/rest';
import { ListedPullRequest, ProposedChange, PullRequest } from '../Forge';
import { withTimes } from '../pullRequestTimes';
import { CommitRange, PullRequestsApi } from '../RepositoryApi';
import { GithubClient, GithubRepository } from './GithubClient';

const pageSize = 100;
/** GitHub lists at most 3,000 files of a pull request. */
const maximumPages = 30;

type GithubPullRequest =
  RestEndpointMethodTypes['pulls']['get']['response']['data'];
type GithubListItem =
  RestEndpointMethodTypes['pulls']['list']['response']['data'][number];

/** The pull requests of a repository against one branch. */
export class GithubPullRequests implements PullRequestsApi {
  readonly #client: GithubClient;
  readonly #repository: GithubRepository;
  readonly #base: string;

  constructor(
    client: GithubClient,
    repository: GithubRepository,
    base: string,
  ) {
    this.#client = client;
    this.#repository = repository;
    this.#base = base;
  }

  async findOpen(
    branch: string,
    signal?: AbortSignal,
  ): Promise<PullRequest | undefined> {
    const [found] = await this.#client.send(
      'look for the open pull request',
      ({ rest }) =>
        rest.pulls.list({
          ...this.#repository,
          state: 'open',
          head: `${this.#repository.owner}:${branch}`,
          base: this.#base,
          request: { signal },
        }),
    );
    return found && toPullRequest(found);
  }

  async open(
    { title, description, branch }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> {
    const opened = await this.#client.send(
      'open the pull request',
      ({ rest }) =>
        rest.pulls.create({
          ...this.#repository,
          title,
          body: description,
          head: branch,
          base: this.#base,
          request: { signal },
        }),
    );
    return toPullRequest(opened);
  }

  async edit(
    number: number,
    { title, description }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> {
    const edited = await this.#client.send(
      `bring pull request ${number} up to date`,
      ({ rest }) =>
        rest.pulls.update({
          ...this.#repository,
          pull_number: number,
          title,
          body: description,
          request: { signal },
        }),
    );
    return toPullRequest(edited);
  }

  async read(number: number, signal?: AbortSignal): Promise<PullRequest> {
    return toPullRequest(await this.#get(number, signal));
  }

  async list(
    limit: number,
    signal?: AbortSignal,
  ): Promise<ListedPullRequest[]> {
    const pulls = await this.#client.send(
      'list the pull requests',
      ({ rest }) =>
        rest.pulls.list({
          ...this.#repository,
          state: 'all',
          base: this.#base,
          sort: 'updated',
          direction: 'desc',
          per_page: limit,
          request: { signal },
        }),
    );
    return pulls.map(pull => withTimes(toPullRequest(pull), pull));
  }

  async readRange(number: number, signal?: AbortSignal): Promise<CommitRange> {
    const { base, head } = await this.#get(number, signal);
    const comparison = await this.#client.send(
      `compare the commits of pull request ${number}`,
      ({ rest }) =>
        rest.repos.compareCommitsWithBasehead({
          ...this.#repository,
          basehead: `${base.sha}...${head.sha}`,
          per_page: 1,
          request: { signal },
        }),
    );
    return { before: comparison.merge_base_commit.sha, after: head.sha };
  }

  async readPaths(number: number, signal?: AbortSignal): Promise<string[]> {
    const paths = new Set<string>();
    for (let page = 1; page <= maximumPages; page++) {
      const files = await this.#client.send(
        `read the files of pull request ${number}`,
        ({ rest }) =>
          rest.pulls.listFiles({
            ...this.#repository,
            pull_number: number,
            per_page: pageSize,
            page,
            request: { signal },
          }),
      );
      for (const { filename, previous_filename: previous } of files) {
        paths.add(filename).add(previous ?? filename);
      }
      if (files.length < pageSize) {
        break;
      }
    }
    return [...paths];
  }

  #get(number: number, signal?: AbortSignal): Promise<GithubPullRequest> {
    return this.#client.send(`read pull request ${number}`, ({ rest }) =>
      rest.pulls.get({
        ...this.#repository,
        pull_number: number,
        request: { signal },
      }),
    );
  }
}

function toPullRequest(pull: GithubPullRequest | GithubListItem): PullRequest {
  const { merged_at: mergedAt, merge_commit_sha: mergeCommit } = pull;
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    // GitHub shows a deleted account as null.
    author: pull.user?.login ?? 'ghost',
    branch: pull.head.ref,
    state: stateOf(pull),
    ...(mergedAt && { mergedAt, mergeCommit: mergeCommit ?? undefined }),
  };
}

function stateOf({
  merged_at: mergedAt,
  state,
}: Pick<GithubPullRequest, 'merged_at'> & {
  state: string;
}): PullRequest['state'] {
  if (mergedAt) {
    return 'merged';
  }
  return state === 'open' ? 'open' : 'closed';
}
