import { Router } from 'express';
import pLimit from 'p-limit';
import { ForgeContext } from '../../core/ForgeContext';
import {
  Commit,
  countCommits,
  readCommit,
  readCommits,
} from '../../git/commits';
import { ChangedFile, readChangedFiles } from '../../git/diffs';
import { assertRepositoryPath, emptyTree } from '../../git/names';
import { resolveCommit } from '../../git/references';
import { wildcardOf } from '../../http/parameters';
import { pageOf, sendPage } from '../pagination';
import { toCommit } from '../shapes/commit';

const maximumProcesses = 4;

/** Reads the history. */
export function addCommitRoutes(router: Router, context: ForgeContext): void {
  const { git, repository } = context;

  router.get('/commits', async (request, response) => {
    const { sha, path, files, stat } = request.query;
    const { skip, limit } = pageOf(request);
    const range = {
      from: await resolveCommit(git, textOr(sha, repository.defaultBranch)),
      path: textOr(path, '') || undefined,
    };
    if (range.path) assertRepositoryPath(range.path);
    const [commits, total] = await Promise.all([
      readCommits(git, { ...range, skip, limit }),
      countCommits(git, range),
    ]);
    const withFiles = files !== 'false' || stat !== 'false';
    const changes = withFiles ? await readAllChanges(context, commits) : [];
    const items = commits.map((commit, index) =>
      toCommit(context, commit, changes[index]),
    );
    sendPage(response, items, total);
  });

  router.get('/git/commits/*', async (request, response) => {
    const ref = wildcardOf(request);
    const commit = await readCommit(git, await resolveCommit(git, ref));
    const files = await readCommitChanges(context, commit);
    response.json(toCommit(context, commit, files));
  });
}

/** What a commit changed in comparison with its first parent. */
export async function readCommitChanges(
  { git }: Pick<ForgeContext, 'git'>,
  commit: Commit,
): Promise<ChangedFile[]> {
  return readChangedFiles(git, commit.parents[0] ?? emptyTree, commit.id);
}

/** The changes of each commit, a few git processes at a time. */
export async function readAllChanges(
  context: Pick<ForgeContext, 'git'>,
  commits: Commit[],
): Promise<ChangedFile[][]> {
  const limit = pLimit(maximumProcesses);
  return Promise.all(
    commits.map(commit => limit(() => readCommitChanges(context, commit))),
  );
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' && value ? value : fallback;
}
