import { Router } from 'express';
import { h } from 'preact';
import { pageOf } from '../../api/pagination';
import { readCommit, readCommits } from '../../git/commits';
import { readChangedFiles, readDiff } from '../../git/diffs';
import { emptyTree } from '../../git/names';
import { resolveCommit } from '../../git/references';
import { wildcardOf } from '../../http/parameters';
import { CommitListPage } from '../components/CommitListPage';
import { CommitPage } from '../components/CommitPage';
import { sendPage } from '../renderPage';
import { readFrame, WebContext } from '../WebContext';

/** Pages of single commits and of the history. */
export function addCommitPages(router: Router, web: WebContext): void {
  const { git } = web;

  router.get('/commit/:id', async (request, response) => {
    const id = await resolveCommit(git, request.params.id);
    const commit = await readCommit(git, id);
    const parent = commit.parents[0] ?? emptyTree;
    const [files, diff] = await Promise.all([
      readChangedFiles(git, parent, id),
      readDiff(git, parent, id),
    ]);
    sendPage(
      response,
      h(CommitPage, {
        frame: readFrame(web),
        commit,
        files,
        diff,
      }),
    );
  });

  router.get('/commits/branch/*', async (request, response) => {
    const branch = wildcardOf(request);
    const { page, skip, limit } = pageOf(request);
    const from = await resolveCommit(git, branch);
    const commits = await readCommits(git, { from, skip, limit: limit + 1 });
    sendPage(
      response,
      h(CommitListPage, {
        frame: readFrame(web),
        branch,
        page,
        commits: commits.slice(0, limit),
        hasMore: commits.length > limit,
      }),
    );
  });
}
