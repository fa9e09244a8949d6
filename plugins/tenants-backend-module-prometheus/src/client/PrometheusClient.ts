import { ask, ServerAddress } from './answer';
import {
  InstantElement,
  partialBecause,
  RangeSeries,
  readData,
  readMatrix,
  readVector,
} from './responses';

/** Current values of one query. */
export interface InstantAnswer {
  elements: InstantElement[];
  /** Why more could be there: a part of the servers behind the server did not answer. */
  partial?: string;
}

/** Asks a server with the HTTP API of Prometheus. */
export interface PrometheusClient {
  /**
   * @throws QueryRefusedError when the server answers that it cannot evaluate the query;
   * ServiceUnavailableError when it does not answer in time, or with something else than a result.
   */
  query(query: string, signal: AbortSignal): Promise<InstantAnswer>;
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

export function createPrometheusClient(
  server: ServerAddress,
): PrometheusClient {
  return {
    query: (query, signal) =>
      ask(
        server,
        '/api/v1/query',
        { form: { query }, signal },
        async answer => {
          const partial = partialBecause(answer);
          const elements = await readVector(readData(answer));
          return { elements, ...(partial && { partial }) };
        },
      ),
    queryRange: (query, { start, end, step }, signal) => {
      const form = {
        query,
        start: String(start),
        end: String(end),
        step: String(step),
      };
      return ask(server, '/api/v1/query_range', { form, signal }, answer =>
        readMatrix(readData(answer)),
      );
    },
  };
}
