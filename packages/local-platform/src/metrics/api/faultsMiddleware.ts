import { setTimeout } from 'node:timers/promises';
import { RequestHandler } from 'express';
import { FaultBoard } from '../../faults';
import { ApiError } from './ApiError';

/** How late the answers of slow metrics are, in milliseconds. */
const slowAnswerMs = 20_000;

/** What a server answers that has lost all of its series. */
const emptyAnswer = {
  status: 'success',
  data: { resultType: 'vector', result: [], alerts: [] },
};

/** Lets every answer come late, fail, be cut off or hold nothing while the faults say so. */
export function faultsMiddleware(
  faults: FaultBoard,
  signal: AbortSignal,
): RequestHandler {
  return async (_request, response, next) => {
    if (faults.isActive('slow-metrics', 'metrics')) {
      await delay(slowAnswerMs, signal, response);
    }
    if (faults.isActive('failing-metrics', 'metrics')) {
      next(new ApiError('internal', 'the fault "failing-metrics" is on'));
    } else if (faults.isActive('malformed-metrics', 'metrics')) {
      response.type('application/json').send('{"status":"success","data":{');
    } else if (faults.isActive('empty-metrics', 'metrics')) {
      response.json(emptyAnswer);
    } else {
      next();
    }
  };
}

/** Waits, but not after the client has gone or the server is about to close. */
async function delay(
  milliseconds: number,
  closing: AbortSignal,
  response: NodeJS.EventEmitter,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const signal = AbortSignal.any([closing, gone.signal]);
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
