import express, { Express } from 'express';
import { createApiRouter } from './api/createApiRouter';
import { ForgeContext } from './core/ForgeContext';
import { createGitHttpRouter } from './http/gitHttp';
import { checkHost } from './http/hostCheck';
import { createWebRouter, WebOptions } from './web/createWebRouter';

/** Puts API, Git and web page on one Express app. */
export function createApp(context: ForgeContext, web: WebOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(checkHost(context.url));
  app.use('/api/v1', createApiRouter(context));
  app.use(createGitHttpRouter(context));
  app.use(createWebRouter(context, web));
  return app;
}
