import { ListedCommit } from '../Forge';
import { GithubClient, GithubRepository } from './GithubClient';

const pageSize = 100;
/** GitHub lists at most 3,000 files of a commit. */
const maximumPages = 30;

/** The latest commits of a branch, newest first. */
export async function listGithubCommits(
  client: GithubClient,
  { branch, ...repository }: GithubRepository & { branch: string },
  limit: number,
  signal?: AbortSignal,
): Promise<ListedCommit[]> {
  const commits = await client.send(
    `list the commits of the branch ${branch}`,
    ({ rest }) =>
      rest.repos.listCommits({
        ...repository,
        sha: branch,
        per_page: limit,
        request: { signal },
      }),
  );
  return commits.map(({ sha, html_url: url, parents, author, commit }) => ({
    id: sha,
    parents: parents.map(parent => parent.sha),
    url,
    title: commit.message.split('\n', 1)[0],
    author: author?.login ?? commit.author?.name ?? 'ghost',
    committedAt: new Date(
      commit.committer?.date ?? commit.author?.date ?? 0,
    ).toISOString(),
  }));
}

/** The files that a commit changes; of a renamed one, both paths. */
export async function readGithubCommitPaths(
  client: GithubClient,
  repository: GithubRepository,
  id: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const paths = new Set<string>();
  for (let page = 1; page <= maximumPages; page++) {
    const { files = [] } = await client.send(
      `read the files of commit ${id}`,
      ({ rest }) =>
        rest.repos.getCommit({
          ...repository,
          ref: id,
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
