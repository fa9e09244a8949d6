import { CustomErrorBase } from '@backstage/errors';
import { Agent, Dispatcher, request } from 'undici';
import { ClockOffset } from './ClockOffset';
import { bearerTokenOf } from './credentials';
import { textAt } from './fields';
import { ClusterConnection } from './readClusterConnections';
import { jsonLines, listItems, readText, ReceivedJson } from './responseBody';

/**
 * Asks one API server.
 *
 * @public
 */
export interface KubernetesClient {
  /**
   * Reads one resource.
   *
   * @throws KubernetesApiError when the server refuses.
   */
  get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<unknown>;
  /**
   * Reads the items of one page of a list as they come; returns the list without them.
   *
   * @throws KubernetesApiError when the server refuses.
   */
  list(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): AsyncGenerator<ReceivedJson, unknown>;
  /**
   * Reads the events of a watch as they come, until the server or the signal ends it.
   *
   * @param options.idleMs - longest time without a byte before the connection counts as broken
   * @throws KubernetesApiError when the server refuses.
   */
  watch(
    path: string,
    query: Record<string, string>,
    options: { signal: AbortSignal; idleMs: number },
  ): AsyncIterable<ReceivedJson>;
  /**
   * Changes one resource by a JSON merge patch; returns it as it is then.
   *
   * @throws KubernetesApiError when the server refuses; with 409 when the patch names a
   *   resourceVersion that is no longer the current one.
   */
  patch(path: string, patch: object, signal: AbortSignal): Promise<unknown>;
  /** Number of requests that were sent. */
  requests(): number;
  /** The time by the clock of the server, as far as it has told. */
  now(): Date;
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
const maximumAnswerBytes = 16 * 1024 * 1024;
const maximumErrorBytes = 64 * 1024;
const mergePatchType = 'application/merge-patch+json';

type Query = Record<string, string>;
type RequestOptions = {
  query?: Query;
  signal: AbortSignal;
  bodyTimeout?: number;
  /** JSON merge patch to send in place of reading. */
  patch?: string;
};

/**
 * Creates a client for the API server of one cluster.
 *
 * @public
 */
export function createKubernetesClient(
  connection: ClusterConnection,
): KubernetesClient {
  const dispatcher = createDispatcher(connection);
  const token = bearerTokenOf(connection);
  const clock = new ClockOffset();
  let requests = 0;
  const send = async (
    path: string,
    bearer: string,
    { patch, ...options }: RequestOptions,
  ) => {
    requests++;
    const response = await request(`${connection.url}${path}`, {
      ...options,
      dispatcher,
      method: patch ? 'PATCH' : 'GET',
      body: patch,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${bearer}`,
        ...(patch && { 'content-type': mergePatchType }),
      },
    });
    clock.learn(response.headers.date);
    return response;
  };
  const ask = async (path: string, options: RequestOptions) => {
    let bearer = await token.current();
    let response = await send(path, bearer, options);
    if (response.statusCode === 401 && (await token.renew(bearer))) {
      await response.body.dump();
      bearer = await token.current();
      response = await send(path, bearer, options);
    }
    return accepted(response, bearer);
  };

  return {
    requests: () => requests,
    async get(path, query, signal) {
      const response = await ask(path, { query, signal });
      return JSON.parse(await readText(response.body, maximumAnswerBytes));
    },
    async patch(path, patch, signal) {
      const response = await ask(path, {
        patch: JSON.stringify(patch),
        signal,
      });
      return JSON.parse(await readText(response.body, maximumAnswerBytes));
    },
    async *list(path, query, signal) {
      const response = await ask(path, { query, signal });
      return yield* listItems(response.body);
    },
    async *watch(path, query, { signal, idleMs }) {
      const response = await ask(path, { query, signal, bodyTimeout: idleMs });
      yield* jsonLines(response.body);
    },
    now: () => clock.now(),
    close: () => dispatcher.destroy(),
  };
}

function createDispatcher(connection: ClusterConnection): Dispatcher {
  return new Agent({
    connect: {
      ca: connection.certificateAuthority,
      rejectUnauthorized: !connection.skipTlsVerify,
      timeout: connectTimeoutMs,
    },
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
  });
}

/** @throws KubernetesApiError when the answer is no success. */
async function accepted(
  response: Dispatcher.ResponseData,
  bearer: string,
): Promise<Dispatcher.ResponseData> {
  if (response.statusCode === 200) {
    return response;
  }
  const { statusCode, body } = response;
  const text = await readText(body, maximumErrorBytes).catch(() => '');
  // What stands between the portal and the server may repeat the whole request.
  const message = statusMessage(text.replaceAll(bearer, '***'));
  throw new KubernetesApiError(
    statusCode,
    message ?? `The API server answered ${statusCode}.`,
  );
}

/** The message of a Kubernetes `Status`; an answer of something else is not repeated. */
function statusMessage(text: string): string | undefined {
  try {
    const answer = JSON.parse(text);
    return textAt(answer, 'kind') === 'Status'
      ? textAt(answer, 'message')?.slice(0, 500)
      : undefined;
  } catch {
    return undefined;
  }
}
