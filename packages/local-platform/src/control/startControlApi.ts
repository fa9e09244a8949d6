import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Fault, FaultBoard, knownFaults } from '../faults';
import { listenOnLoopback, LoopbackServer } from '../listenOnLoopback';

export interface ControlApiOptions {
  port: number;
  faults: FaultBoard;
  /** Bearer token that every request needs. */
  token: string;
}

/** What `GET /v1/faults` answers. */
export interface FaultList {
  /** Those that are on. */
  items: Fault[];
  /** Names of all there are. */
  known: readonly string[];
}

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const refused = error.name === 'InputError' || error.status === 400;
  response
    .status(refused ? 400 : 500)
    .json({ message: refused ? error.message : 'The request failed.' });
};

/**
 * Starts the API by which faults are switched on and off, on the loopback interface.
 *
 * @throws Error with the code EADDRINUSE when the port is taken.
 */
export function startControlApi({
  port,
  faults,
  token,
}: ControlApiOptions): Promise<LoopbackServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use(requireToken(token), express.json({ limit: '10kb' }));
  app.get('/v1/faults', (_request, response) => {
    const answer: FaultList = { items: faults.list(), known: knownFaults };
    response.json(answer);
  });
  app.post('/v1/faults', (request, response) => {
    faults.switchOn(readFault(request.body));
    response.status(204).end();
  });
  app.delete('/v1/faults', (request, response) => {
    faults.switchOff(readFault(request.body));
    response.status(204).end();
  });
  app.use(answerError);
  return listenOnLoopback(app, port);
}

function requireToken(token: string): RequestHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${token}`);
  return (request, response, next) => {
    const given = digest(request.headers.authorization ?? '');
    if (timingSafeEqual(given, expected)) {
      next();
    } else {
      response.status(401).json({ message: 'A valid bearer token is needed.' });
    }
  };
}

function readFault(body: Partial<Record<keyof Fault, unknown>>): Fault {
  const { name, target } = body;
  if (typeof name !== 'string' || typeof target !== 'string') {
    throw new InputError('The body needs name and target, both strings.');
  }
  // The board knows the names, and refuses all others.
  return { name, target } as Fault;
}
