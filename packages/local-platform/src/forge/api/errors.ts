import { isError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';
import { ForgeContext } from '../core/ForgeContext';
import { statusOf } from '../http/statusOf';

/** Answers errors in Gitea's format; what went wrong inside goes to the log only. */
export function createErrorHandler({
  url,
  logger,
}: Pick<ForgeContext, 'url' | 'logger'>): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, message } = statusOf(error);
    if (status >= 500) {
      const cause = isError(error) ? error.message : String(error);
      logger.warn(`${request.method} ${request.path} failed: ${cause}`);
    }
    response.status(status).json({ message, url: `${url}/api/swagger` });
  };
}
