import { ServiceUnavailableError } from '@backstage/errors';
import { readLimited } from './readLimited';
import {
  InstantElement,
  isRecord,
  RangeSeries,
  readMatrix,
  readVector,
} from './responses';

/** Longest answer that is read, in bytes. */
const maximumAnswerSize = 32 * 1024 * 1024;

/** Asks a server with the HTTP API of Prometheus. */
export interface PrometheusClient {
  /**
   * @throws QueryRefusedError when the server answers that it cannot evaluate the query;
   * ServiceUnavailableError when it does not answer in time, or with something else than a result.
   */
  query(query: string, signal: AbortSignal): Promise<InstantElement[]>;
  /**
   * Start, end and step are in seconds.
   *
   * @throws as {@link PrometheusClient.query}
   */
  queryRange(
    query: string,
    range: { start: number; end: number; step: number },
    signal: AbortSignal,
  ): Promise<RangeSeries[]>;
}

/** The server is there and does not want this query. */
export class QueryRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QueryRefusedError';
  }
}

export interface PrometheusClientOptions {
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
}

export function createPrometheusClient(
  options: PrometheusClientOptions,
): PrometheusClient {
  return {
    query: async (query, signal) =>
      ask(options, 'query', { query }, signal, readVector),
    queryRange: async (query, { start, end, step }, signal) => {
      const parameters = {
        query,
        start: String(start),
        end: String(end),
        step: String(step),
      };
      return ask(options, 'query_range', parameters, signal, readMatrix);
    },
  };
}

async function ask<T>(
  options: PrometheusClientOptions,
  endpoint: string,
  parameters: Record<string, string>,
  signal: AbortSignal,
  read: (data: unknown) => T,
): Promise<T> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(`${options.url}/api/v1/${endpoint}`, {
      method: 'POST',
      headers: options.headers,
      body: new URLSearchParams(parameters),
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    const text = await readLimited(response, maximumAnswerSize);
    return read(dataOf(response, text));
  } catch (error) {
    throw explain(error, timeout.aborted, options.timeoutMs);
  }
}

function dataOf(response: Response, text: string): unknown {
  const answer = parseJson(text);
  if (isRecord(answer) && answer.status === 'success' && response.ok) {
    return answer.data;
  }
  const refusals = ['bad_data', 'execution'];
  if (isRecord(answer) && refusals.includes(String(answer.errorType))) {
    throw new QueryRefusedError(
      `Prometheus refuses the query: ${String(answer.error).slice(0, 300)}`,
    );
  }
  throw new Error(
    response.ok
      ? 'it answers with something else than a result'
      : `it answers with the status ${response.status}`,
  );
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
