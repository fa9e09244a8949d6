import { z } from 'zod';
import { ListedCommit } from '../Forge';
import { RestClient } from '../http/RestClient';

const commitsSchema = z.array(
  z.object({
    sha: z.string(),
    html_url: z.string().regex(/^https?:\/\//),
    created: z.iso.datetime({ offset: true }),
    // Null for somebody without an account.
    author: z.object({ login: z.string() }).nullish(),
    commit: z.object({
      message: z.string(),
      author: z.object({ name: z.string() }),
    }),
    parents: z.array(z.object({ sha: z.string() })).nullish(),
  }),
);

const filesSchema = z.object({
  files: z.array(z.object({ filename: z.string() })).nullish(),
});

/** The latest commits of a branch, newest first, without their files and signatures. */
export async function listGiteaCommits(
  client: RestClient,
  branch: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ListedCommit[]> {
  const commits = await client.read(commitsSchema, {
    path: '/commits',
    query: {
      sha: branch,
      limit: `${limit}`,
      page: '1',
      stat: 'false',
      files: 'false',
      verification: 'false',
    },
    purpose: `list the commits of the branch ${branch}`,
    signal,
  });
  return commits.map(({ sha, html_url: url, created, ...rest }) => ({
    id: sha,
    parents: rest.parents?.map(parent => parent.sha) ?? [],
    url,
    title: rest.commit.message.split('\n', 1)[0],
    author: rest.author?.login ?? rest.commit.author.name,
    committedAt: new Date(created).toISOString(),
  }));
}

/** The files that a commit changes. */
export async function readGiteaCommitPaths(
  client: RestClient,
  id: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const { files } = await client.read(filesSchema, {
    path: `/git/commits/${encodeURIComponent(id)}`,
    query: { stat: 'false', verification: 'false' },
    purpose: `read the files of commit ${id}`,
    signal,
  });
  return files?.map(({ filename }) => filename) ?? [];
}
