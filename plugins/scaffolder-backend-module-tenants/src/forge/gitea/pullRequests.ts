import { z } from 'zod/v3';
import { ProposedChange, PullRequest } from '../Forge';
import { GiteaClient, GiteaRepository } from './GiteaClient';

const pageSize = 50;
const maximumPages = 40;

const pullRequestSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string().regex(/^https?:\/\//),
  head: z.object({ ref: z.string() }),
  base: z.object({ ref: z.string() }),
});

/** The pull requests of a repository against the registry's branch. */
export interface PullRequests {
  findOpen(
    branch: string,
    signal?: AbortSignal,
  ): Promise<PullRequest | undefined>;
  open(change: ProposedChange, signal?: AbortSignal): Promise<PullRequest>;
  edit(
    pullRequest: PullRequest,
    change: ProposedChange,
    signal?: AbortSignal,
  ): Promise<void>;
}

/** Creates access to the pull requests. */
export function createPullRequests(
  client: GiteaClient,
  repository: GiteaRepository,
): PullRequests {
  return {
    findOpen: (branch, signal) => findOpen(client, repository, branch, signal),
    open: async ({ title, description, branch }, signal) =>
      toPullRequest(
        pullRequestSchema.parse(
          await client.send({
            method: 'POST',
            path: '/pulls',
            body: {
              title,
              body: description,
              head: branch,
              base: repository.branch,
            },
            purpose: 'open the pull request',
            signal,
          }),
        ),
      ),
    edit: async ({ number }, { title, description }, signal) => {
      await client.send({
        method: 'PATCH',
        path: `/pulls/${number}`,
        body: { title, body: description },
        purpose: `bring pull request ${number} up to date`,
        signal,
      });
    },
  };
}

async function findOpen(
  client: GiteaClient,
  repository: GiteaRepository,
  branch: string,
  signal?: AbortSignal,
): Promise<PullRequest | undefined> {
  for (let page = 1; page <= maximumPages; page++) {
    const pullRequests = z.array(pullRequestSchema).parse(
      await client.send({
        path: '/pulls',
        query: { state: 'open', limit: `${pageSize}`, page: `${page}` },
        purpose: 'list the open pull requests',
        signal,
      }),
    );
    const found = pullRequests.find(
      ({ head, base }) => head.ref === branch && base.ref === repository.branch,
    );
    if (found || pullRequests.length === 0) {
      return found && toPullRequest(found);
    }
  }
  throw new Error(
    `The repository has more than ${
      pageSize * maximumPages
    } open pull requests.`,
  );
}

function toPullRequest({
  number,
  html_url: url,
}: z.infer<typeof pullRequestSchema>): PullRequest {
  return { number, url };
}
