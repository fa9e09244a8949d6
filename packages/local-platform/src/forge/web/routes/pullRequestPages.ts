import express, { Router } from 'express';
import { h } from 'preact';
import { pageOf, slice } from '../../api/pagination';
import { mergePullRequest } from '../../core/pullRequests/mergePullRequest';
import { readPullRequest } from '../../core/pullRequests/readPullRequest';
import { readChangedFiles, readDiff } from '../../git/diffs';
import { numberOf } from '../../http/parameters';
import { PullRequestListPage } from '../components/PullRequestListPage';
import { PullRequestPage } from '../components/PullRequestPage';
import { sendPage } from '../renderPage';
import { readFrame, WebContext } from '../WebContext';

/** Pages of pull requests, and the button that merges one. */
export function addPullRequestPages(router: Router, web: WebContext): void {
  const { git, store, writes, operator, formToken, urls } = web;

  router.get('/pulls', (request, response) => {
    const state = request.query.state === 'closed' ? 'closed' : 'open';
    const page = pageOf(request);
    const matching = store.records.pullRequests
      .filter(record => record.state === state)
      .reverse();
    sendPage(
      response,
      h(PullRequestListPage, {
        frame: readFrame(web),
        state,
        page: page.page,
        pulls: slice(matching, page),
        hasMore: page.skip + page.limit < matching.length,
      }),
    );
  });

  router.get('/pulls/:number.diff', async (request, response) => {
    const number = numberOf(request.params.number);
    const { mergeBase, headCommit } = await readPullRequest(web, number);
    const diff = await readDiff(git, mergeBase, headCommit);
    response.type('text').send(`${diff}\n`);
  });

  router.get('/pulls/:number', async (request, response) => {
    const number = numberOf(request.params.number);
    sendPage(response, h(PullRequestPage, await readPage(web, number)));
  });

  router.post(
    '/pulls/:number/merge',
    express.urlencoded({ extended: false, limit: '10kb' }),
    async (request, response) => {
      const number = numberOf(request.params.number);
      formToken.assertOwnForm(request);
      await writes.run(operator.login, () =>
        mergePullRequest(web, number, {
          style: 'merge',
          doer: operator,
          expectedHead: String(request.body.head),
          deleteBranch: true,
        }),
      );
      response.redirect(303, urls.pull(number));
    },
  );
}

async function readPage(web: WebContext, number: number) {
  const { git, store, portalUrl } = web;
  const pull = await readPullRequest(web, number);
  const [files, diff] = await Promise.all([
    readChangedFiles(git, pull.mergeBase, pull.headCommit),
    readDiff(git, pull.mergeBase, pull.headCommit),
  ]);
  const comments = store.records.comments.filter(
    comment => comment.pullRequest === number,
  );
  return {
    frame: readFrame(web),
    pull,
    comments,
    files,
    diff,
    portalUrl,
    operator: web.operator.fullName,
    formToken: web.formToken.value,
  };
}
