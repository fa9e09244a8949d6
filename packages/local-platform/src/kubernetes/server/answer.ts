import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { IncomingMessage, ServerResponse } from 'node:http';
import { ApiContext, ApiRequest, Reply } from './ApiContext';
import { unauthorized } from './ApiError';
import { readBody } from './body';
import { route } from './route';
import { toStatus } from './toStatus';

const healthPattern = /^\/(healthz|livez|readyz)(\/|$)/;

interface AnswerOptions {
  context: ApiContext;
  logger: LoggerService;
}

/** Answers one request. Never throws: what goes wrong becomes a `Status` object. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: AnswerOptions,
): Promise<void> {
  const { logger, context } = options;
  if (context.faults.isOn('hanging-api-server')) {
    return;
  }
  response.setHeader('date', context.now().toUTCString());
  try {
    const reply = await replyTo(request, context);
    send(response, context.faults.spoil(reply));
  } catch (error) {
    if (request.errored) {
      // The client has gone before it was done; nobody is left to tell.
      return;
    }
    const status = toStatus(error);
    if (status.code === 500) {
      logger.error(`${request.method} failed: ${stringifyError(error)}`);
    }
    refuse(response, status);
  }
}

async function replyTo(
  request: IncomingMessage,
  context: ApiContext,
): Promise<Reply> {
  if (context.faults.isOn('expired-credentials')) {
    throw unauthorized();
  }
  const { pathname, searchParams } = new URL(
    request.url ?? '/',
    'https://localhost',
  );
  if (request.method === 'GET' && healthPattern.test(pathname)) {
    return { code: 200, body: 'ok', contentType: 'text/plain' };
  }
  const { authorization } = request.headers;
  const apiRequest: ApiRequest = {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: request.headers,
    user: context.accessControl.authenticate(authorization),
    readBody: () => readBody(request),
  };
  return route(apiRequest, context);
}

function send(response: ServerResponse, reply: Reply): void {
  if ('stream' in reply) {
    reply.stream(response);
    return;
  }
  const { code, body, contentType = 'application/json', warnings } = reply;
  if (warnings?.length) {
    response.setHeader('warning', warnings.map(warningHeader));
  }
  response.writeHead(code, { 'content-type': contentType });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** As RFC 7234 has it: a code, an agent and a quoted text. */
function warningHeader(text: string): string {
  return `299 - ${JSON.stringify(text).replace(/[^\x20-\x7e]/g, '?')}`;
}

function refuse(response: ServerResponse, status: { code: number }): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status.code, {
    'content-type': 'application/json',
    // The rest of a body that was refused is not worth reading.
    ...(status.code === 413 && { connection: 'close' }),
  });
  response.end(JSON.stringify(status));
}
