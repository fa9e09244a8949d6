import { isError } from '@backstage/errors';
import pLimit from 'p-limit';
import { FileOperation, isDone, toOperation } from '../change/planOperations';
import { maximumConcurrency, readFileInfos } from '../change/readFileInfos';
import { PullRequest } from '../Forge';
import { RestClient } from '../http/RestClient';
import { BranchCommit, RepositoryApi } from '../RepositoryApi';
import { GiteaPullRequests } from './pullRequests';
import { writeFiles } from './writeFiles';

/** What rebuilding works with. */
export interface Rebuilding {
  api: RepositoryApi;
  client: RestClient;
  pulls: GiteaPullRequests;
}

type OpenCommit = BranchCommit & { open: PullRequest };

/** Content of files by path; undefined for one that is not to be there. */
type Target = Map<string, string | undefined>;

/**
 * Makes the branch of an open pull request the base with the change and nothing else, by commits on
 * top of what it holds.
 */
export async function rebuildBranch(
  rebuilding: Rebuilding,
  commit: OpenCommit,
  signal?: AbortSignal,
): Promise<void> {
  const { api, pulls } = rebuilding;
  const { open, base } = commit;
  const { isBehind } = await api.compareBranch(open, base, signal);
  if (isBehind) {
    await mergeBase(rebuilding, commit, signal);
  }
  const paths = await pulls.readPaths(open.number, signal);
  const target = await readTarget(api, paths, base, signal);
  for (const operation of commit.operations) {
    target.set(
      operation.path,
      operation.operation === 'delete' ? undefined : operation.content,
    );
  }
  await commitTarget(rebuilding, commit, target, signal);
}

/** What the branch changed before may be what the base changed too; it is taken back first then. */
async function mergeBase(
  rebuilding: Rebuilding,
  commit: OpenCommit,
  signal?: AbortSignal,
): Promise<void> {
  const { api, client, pulls } = rebuilding;
  const { number } = commit.open;
  const merge = () =>
    client.send({
      method: 'POST',
      path: `/pulls/${number}/update`,
      query: { style: 'merge' },
      purpose: `bring the branch of pull request ${number} up to date`,
      signal,
    });
  try {
    await merge();
  } catch (error) {
    if (!isError(error) || error.name !== 'ConflictError') {
      throw error;
    }
    const paths = await pulls.readPaths(number, signal);
    const { before } = await pulls.readRange(number, signal);
    const target = await readTarget(api, paths, before, signal);
    await commitTarget(rebuilding, commit, target, signal);
    await merge();
  }
}

async function readTarget(
  api: RepositoryApi,
  paths: readonly string[],
  ref: string,
  signal?: AbortSignal,
): Promise<Target> {
  const limit = pLimit(maximumConcurrency);
  const contents = paths.map(path =>
    limit(async () => [path, await api.readText(path, ref, signal)] as const),
  );
  return new Map(await Promise.all(contents));
}

async function commitTarget(
  { api, client }: Rebuilding,
  { branch, message, author }: OpenCommit,
  target: Target,
  signal?: AbortSignal,
): Promise<void> {
  const infos = await readFileInfos(api, branch, [...target.keys()], signal);
  const operations = [...target].flatMap(([path, content]): FileOperation[] => {
    const current = infos.get(path);
    const operation = current ? 'update' : 'create';
    const file = { path, operation, content } as const;
    return isDone(file, current) ? [] : [toOperation(file, current)];
  });
  if (operations.length === 0) {
    return;
  }
  await writeFiles(client, { branch, message, author, operations }, signal);
}
