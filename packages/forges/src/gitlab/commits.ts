import { z } from 'zod';
import { ListedCommit } from '../Forge';
import { RestClient } from '../http/RestClient';

const pageSize = 100;
const maximumPages = 20;

const commitsSchema = z.array(
  z.object({
    id: z.string(),
    parent_ids: z.array(z.string()),
    web_url: z.string().regex(/^https?:\/\//),
    title: z.string(),
    author_name: z.string(),
    committed_date: z.iso.datetime({ offset: true }),
  }),
);

const diffsSchema = z.array(
  z.object({ old_path: z.string(), new_path: z.string() }),
);

/** The latest commits of a branch, newest first. */
export async function listGitlabCommits(
  client: RestClient,
  branch: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ListedCommit[]> {
  const commits = await client.read(commitsSchema, {
    path: '/repository/commits',
    query: { ref_name: branch, per_page: `${limit}` },
    purpose: `list the commits of the branch ${branch}`,
    signal,
  });
  return commits.map(commit => ({
    id: commit.id,
    parents: commit.parent_ids,
    url: commit.web_url,
    title: commit.title,
    author: commit.author_name,
    committedAt: new Date(commit.committed_date).toISOString(),
  }));
}

/** The files that a commit changes; of a renamed one, both paths. */
export async function readGitlabCommitPaths(
  client: RestClient,
  id: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const paths = new Set<string>();
  for (let page = 1; page <= maximumPages; page++) {
    const diffs = await client.read(diffsSchema, {
      path: `/repository/commits/${encodeURIComponent(id)}/diff`,
      query: { per_page: `${pageSize}`, page: `${page}` },
      purpose: `read the files of commit ${id}`,
      signal,
    });
    diffs.forEach(diff => paths.add(diff.old_path).add(diff.new_path));
    if (diffs.length < pageSize) {
      break;
    }
  }
  return [...paths];
}
