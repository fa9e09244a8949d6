import { ServiceUnavailableError } from '@backstage/errors';
import { plainText } from '../plainText';
import { readLimited } from './readLimited';
import { isRecord } from './responses';

/** Longest answer that is read, in bytes. */
const maximumAnswerSize = 16 * 1024 * 1024;

/** The server is there and does not want this query. */
export class QueryRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QueryRefusedError';
  }
}

export interface ServerAddress {
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
}

/**
 * Makes a request and reads what it answers as JSON.
 *
 * @param read - gives the result, or throws an error that says what is wrong with the answer
 * @throws QueryRefusedError when the server answers that it cannot evaluate the query;
 * ServiceUnavailableError when it does not answer in time, or with something else than a result.
 */
export async function ask<T>(
  server: ServerAddress,
  path: string,
  request: { form?: Record<string, string>; signal: AbortSignal },
  read: (answer: unknown) => T | Promise<T>,
): Promise<T> {
  const timeout = AbortSignal.timeout(server.timeoutMs);
  try {
    const response = await fetch(`${server.url}${path}`, {
      method: request.form ? 'POST' : 'GET',
      headers: server.headers,
      body: request.form && new URLSearchParams(request.form),
      redirect: 'error',
      signal: AbortSignal.any([request.signal, timeout]),
    });
    const text = await readLimited(response, maximumAnswerSize);
    return await read(answerOf(response, text));
  } catch (error) {
    throw explain(error, timeout.aborted, server.timeoutMs);
  }
}

function answerOf(response: Response, text: string): unknown {
  const answer = parseJson(text);
  if (response.ok) return answer;
  const refused = [400, 422].includes(response.status);
  if (refused && isRecord(answer) && typeof answer.error === 'string') {
    throw new QueryRefusedError(
      `Prometheus refuses the query: ${plainText(answer.error, 300)}`,
    );
  }
  throw new Error(`it answers with the status ${response.status}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function explain(error: unknown, timedOut: boolean, timeoutMs: number): Error {
  if (error instanceof QueryRefusedError) return error;
  return new ServiceUnavailableError(
    timedOut
      ? `Prometheus did not answer within ${timeoutMs / 1000} s.`
      : `Prometheus cannot be asked: ${detailOf(error as Error)}.`,
  );
}

/** The cause of a failed fetch, such as ECONNREFUSED, says more than "fetch failed". */
function detailOf({ message, cause }: Error): string {
  const { code, message: detail } = (cause ?? {}) as NodeJS.ErrnoException;
  return detail || code || message;
}
