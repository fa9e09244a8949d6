import { NotFoundError } from '@backstage/errors';
import express, { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ForgeContext } from '../core/ForgeContext';
import { checkCredentials, requireUser, userOf } from '../http/authentication';
import { createErrorHandler } from './errors';
import { addBranchRoutes } from './routes/branches';
import { addChangeRoutes } from './routes/changes';
import { addCommentRoutes } from './routes/comments';
import { addCompareRoutes } from './routes/compare';
import { addCommitRoutes } from './routes/commits';
import { addContentsRoutes } from './routes/contents';
import { addHookRoutes } from './routes/hooks';
import { addPullRequestRoutes } from './routes/pullRequests';
import { addMergeRoutes } from './routes/merge';
import { addProtectionRoutes } from './routes/protections';
import { addTreeRoutes } from './routes/trees';
import { toRepository } from './shapes/repository';
import { toUser } from './shapes/user';

/** The version of Gitea whose answers this API imitates. */
const giteaVersion = '1.24.0+tenantry';
const maximumBody = '16mb';
const readingMethods = ['GET', 'HEAD'];

/** The part of Gitea's REST API, version 1, that Backstage and the pull-request action use. */
export function createApiRouter(context: ForgeContext): Router {
  const router = PromiseRouter();
  router.use(checkWriters(context));
  router.use(express.json({ limit: maximumBody }));

  router.get('/version', (_request, response) => {
    response.json({ version: giteaVersion });
  });
  router.get('/user', requireUser(context.users), (_request, response) => {
    response.json(toUser(context, userOf(response).login));
  });
  router.use(
    '/repos/:owner/:name',
    checkRepository(context),
    createRepositoryRouter(context),
  );

  router.use(() => {
    throw new NotFoundError("The target couldn't be found.");
  });
  router.use(createErrorHandler(context));
  return router;
}

function createRepositoryRouter(context: ForgeContext): Router {
  const router = PromiseRouter();
  router.get('/', (request, response) => {
    const mayWrite = Boolean(request.headers.authorization);
    response.json(toRepository(context, mayWrite));
  });
  addBranchRoutes(router, context);
  addProtectionRoutes(router, context);
  addCommitRoutes(router, context);
  addCompareRoutes(router, context);
  addTreeRoutes(router, context);
  addContentsRoutes(router, context);
  addChangeRoutes(router, context);
  addPullRequestRoutes(router, context);
  addMergeRoutes(router, context);
  addCommentRoutes(router, context);
  addHookRoutes(router, context);
  return router;
}

/** Comes before the body parsers, so that strangers cannot make the forge parse anything. */
function checkWriters({ users }: ForgeContext): RequestHandler {
  const readers = checkCredentials(users);
  const writers = requireUser(users);
  return (request, response, next) => {
    const check = readingMethods.includes(request.method) ? readers : writers;
    check(request, response, next);
  };
}

function checkRepository({ repository }: ForgeContext): RequestHandler {
  return ({ params }, _response, next) => {
    if (
      params.owner.toLowerCase() !== repository.owner.toLowerCase() ||
      params.name.toLowerCase() !== repository.name.toLowerCase()
    ) {
      throw new NotFoundError("The target couldn't be found.");
    }
    next();
  };
}
