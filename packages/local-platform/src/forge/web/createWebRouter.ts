import { isError, NotFoundError } from '@backstage/errors';
import { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { h } from 'preact';
import { createUrls } from '../api/urls';
import { ForgeContext } from '../core/ForgeContext';
import { statusOf } from '../http/statusOf';
import { ForgeUser } from '../types';
import { addAssetRoutes } from './assets';
import { ErrorPage } from './components/ErrorPage';
import { createFormToken } from './formToken';
import { sendPage } from './renderPage';
import { addCommitPages } from './routes/commitPages';
import { addPullRequestPages } from './routes/pullRequestPages';
import { addSourcePages } from './routes/sourcePages';
import { readFrame, WebContext } from './WebContext';

/** How the web page differs from forge to forge. */
export interface WebOptions {
  /** In whose name the page merges. */
  operator: ForgeUser;
  portalUrl?: string;
}

/** The pages: files, commits and pull requests, at the addresses that Gitea gives them. */
export function createWebRouter(
  context: ForgeContext,
  options: WebOptions,
): Router {
  const router = PromiseRouter();
  // Relative to the root, so that the page works under each name of this machine.
  const urls = createUrls({ url: '', repository: context.repository });
  const web: WebContext = {
    ...context,
    ...options,
    urls,
    formToken: createFormToken(),
  };

  addAssetRoutes(router);
  router.get('/', (_request, response) => {
    response.redirect(urls.repository);
  });
  router.use(urls.repository, createRepositoryPages(web));
  router.use(() => {
    throw new NotFoundError('There is no such page.');
  });
  router.use(createErrorPageHandler(web));
  return router;
}

function createRepositoryPages(web: WebContext): Router {
  const router = PromiseRouter();
  addSourcePages(router, web);
  addCommitPages(router, web);
  addPullRequestPages(router, web);
  return router;
}

function createErrorPageHandler(web: WebContext): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, message } = statusOf(error);
    if (status >= 500) {
      const cause = isError(error) ? error.message : String(error);
      web.logger.warn(`${request.method} ${request.path} failed: ${cause}`);
    }
    const frame = readFrame(web);
    sendPage(response, h(ErrorPage, { frame, status, message }), status);
  };
}
