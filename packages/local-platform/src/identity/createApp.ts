import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, Express, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type Provider from 'oidc-provider';
import { h } from 'preact';
import { checkHost } from '../forge/http/hostCheck';
import { Logger } from '../Logger';
import { IdentityUser } from './IdentityUser';
import {
  MessagePage,
  PageRenderer,
  RenderedPage,
  SignInPage,
  styles,
} from './pages';

export interface AppOptions {
  provider: Provider;
  users: IdentityUser[];
  renderPage: PageRenderer;
  logger: Logger;
}

/** Our pages, and the provider's own routes behind them. */
export function createApp(options: AppOptions): Express {
  const { provider } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(checkHost(provider.issuer));
  app.get('/_assets/identity.css', (_request, response) => {
    response.type('css').send(styles);
  });
  app.use(interactionRouter(options));
  app.use(provider.callback());
  app.use(answerError(options));
  return app;
}

function interactionRouter({
  provider,
  users,
  renderPage,
  logger,
}: AppOptions) {
  const router = PromiseRouter();
  router.get('/interaction/:uid', async (request, response) => {
    const { uid } = await provider.interactionDetails(request, response);
    const action = `/interaction/${encodeURIComponent(uid)}`;
    send(response, 200, renderPage(h(SignInPage, { action, users })));
  });
  router.post(
    '/interaction/:uid',
    express.urlencoded({ extended: false, limit: '1kb' }),
    async (request, response) => {
      await provider.interactionDetails(request, response);
      const user = users.find(u => u.username === request.body.username);
      if (!user) throw new InputError('There is no such user.');
      await provider.interactionFinished(request, response, {
        login: { accountId: user.username },
      });
      logger.info(`${user.username} signed in`);
    },
  );
  return router;
}

function answerError({ renderPage, logger }: AppOptions): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) logger.error(`The identity provider failed: ${error}`);
    const message =
      error.name === 'InputError'
        ? error.message
        : 'It is too old, was finished already, or was begun in another browser. Start again from the portal.';
    const title = 'This sign-in cannot go on';
    send(response, status, renderPage(h(MessagePage, { title, message })));
  };
}

function statusOf(error: Error & { statusCode?: number }): number {
  return error.name === 'InputError' ? 400 : error.statusCode ?? 500;
}

function send(response: Response, status: number, page: RenderedPage): void {
  response.status(status).set(page.headers).send(page.html);
}
