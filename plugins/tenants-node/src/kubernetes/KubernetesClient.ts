import { CustomErrorBase } from '@backstage/errors';
import { Agent, Dispatcher, request } from 'undici';
import { textAt } from './fields';
import { jsonLines, readText } from './responseBody';
import { ClusterConnection } from './readClusterConnections';

/**
 * Asks one API server.
 *
 * @public
 */
export interface KubernetesClient {
  /**
   * Reads one resource or one page of a list.
   *
   * @throws KubernetesApiError when the server refuses.
   */
  get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<unknown>;
  /**
   * Reads the events of a watch as they come, until the server or the signal ends it.
   *
   * @throws KubernetesApiError when the server refuses.
   */
  watch(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): AsyncIterable<unknown>;
  /** Ends every connection. */
  close(): Promise<void>;
}

/**
 * An answer of an API server that is not a success.
 *
 * @public
 */
export class KubernetesApiError extends CustomErrorBase {
  name = 'KubernetesApiError' as const;
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

const connectTimeoutMs = 5_000;
const answerTimeoutMs = 30_000;
const maximumAnswerBytes = 256 * 1024 * 1024;
const maximumErrorBytes = 64 * 1024;

/**
 * Creates a client for the API server of one cluster.
 *
 * @public
 */
export function createKubernetesClient(
  connection: ClusterConnection,
): KubernetesClient {
  const dispatcher = new Agent({
    connect: {
      ca: connection.certificateAuthority,
      rejectUnauthorized: !connection.skipTlsVerify,
      timeout: connectTimeoutMs,
    },
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
  });
  const ask = (
    path: string,
    options: Pick<Dispatcher.RequestOptions, 'query' | 'bodyTimeout'> & {
      signal: AbortSignal;
    },
  ) => askServer(connection, path, { ...options, dispatcher });

  return {
    async get(path, query, signal) {
      const response = await ask(path, { query, signal });
      return JSON.parse(await readText(response.body, maximumAnswerBytes));
    },
    async *watch(path, query, signal) {
      // Nothing happens for long in a quiet cluster; the caller bounds how long it waits.
      const response = await ask(path, { query, signal, bodyTimeout: 0 });
      yield* jsonLines(response.body);
    },
    close: () => dispatcher.destroy(),
  };
}

async function askServer(
  connection: ClusterConnection,
  path: string,
  options: Omit<
    Dispatcher.RequestOptions,
    'path' | 'origin' | 'method' | 'signal'
  > & { dispatcher: Dispatcher; signal: AbortSignal },
): Promise<Dispatcher.ResponseData> {
  const response = await request(`${connection.url}${path}`, {
    ...options,
    method: 'GET',
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${connection.token}`,
    },
  });
  if (response.statusCode !== 200) {
    throw await refusal(response);
  }
  return response;
}

async function refusal({
  statusCode,
  body,
}: Dispatcher.ResponseData): Promise<KubernetesApiError> {
  const text = await readText(body, maximumErrorBytes).catch(() => '');
  return new KubernetesApiError(
    statusCode,
    statusMessage(text) ?? `The API server answered ${statusCode}.`,
  );
}

/** The message of a Kubernetes `Status`; an answer of something else is not repeated. */
function statusMessage(text: string): string | undefined {
  try {
    return textAt(JSON.parse(text), 'message')?.slice(0, 500);
  } catch {
    return undefined;
  }
}
