import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import { createForgeFetch, Wait } from './createForgeFetch';
import { explainAnswer, explainNoAnswer } from './failures';
import { ForgeHost } from './ForgeHost';

/** One request to the API of a repository. */
export interface RestRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the repository, for example `/pulls`. */
  path: string;
  query?: Record<string, string> | [string, string][];
  body?: object;
  /** What the request is for, as in `Could not open the pull request`. */
  purpose: string;
  signal?: AbortSignal;
}

/**
 * The REST API of one repository. All methods fail as the `Forge` interface tells; an answer that
 * does not have the shape of the schema counts as an error of the forge.
 */
export interface RestClient {
  /** Sends a request whose answer does not matter. */
  send(request: RestRequest): Promise<void>;
  /** Sends a request and reads the answer. */
  read<S extends z.ZodType>(
    schema: S,
    request: RestRequest,
  ): Promise<z.output<S>>;
  /** The same, but `undefined` where the forge has no such thing. */
  find<S extends z.ZodType>(
    schema: S,
    request: RestRequest,
  ): Promise<z.output<S> | undefined>;
}

/**
 * Creates the client of one repository.
 *
 * @param repositoryUrl - the repository in the API, without a trailing slash
 */
export function createRestClient(
  host: ForgeHost,
  repositoryUrl: string,
  wait?: Wait,
): RestClient {
  const forgeFetch = createForgeFetch(host, wait);

  async function exchange(
    request: RestRequest,
    { absent }: { absent?: number } = {},
  ): Promise<string | undefined> {
    const { method = 'GET', path, query = {}, body, purpose, signal } = request;
    const { response, text } = await readAll(
      forgeFetch(`${repositoryUrl}${path}?${new URLSearchParams(query)}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body && { 'Content-Type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
        signal,
      }),
    ).catch(error => {
      throw explainNoAnswer(host, purpose, error);
    });
    const { ok, status, headers } = response;
    if (!ok && status !== absent) {
      const message = messageOf(text);
      throw explainAnswer(host, purpose, { status, headers, message });
    }
    return ok ? text : undefined;
  }

  const parse = <S extends z.ZodType>(
    schema: S,
    text: string,
    { purpose }: RestRequest,
  ): z.output<S> => {
    try {
      return schema.parse(text === '' ? undefined : JSON.parse(text));
    } catch (error) {
      throw new ServiceUnavailableError(
        `Could not ${purpose}: the answer of ${host.name} is not understood`,
        error,
      );
    }
  };

  return {
    send: async request => {
      await exchange(request);
    },
    read: async (schema, request) =>
      parse(schema, (await exchange(request))!, request),
    find: async (schema, request) => {
      const text = await exchange(request, { absent: 404 });
      return text === undefined ? undefined : parse(schema, text, request);
    },
  };
}

async function readAll(
  answering: Promise<Response>,
): Promise<{ response: Response; text: string }> {
  const response = await answering;
  return { response, text: await response.text() };
}

/** Errors are `{message}` or `{error}`; a proxy in front of the forge may answer anything. */
function messageOf(text: string): string | undefined {
  try {
    const { message, error } = JSON.parse(text);
    const said = message ?? error;
    return typeof said === 'string' ? said : JSON.stringify(said);
  } catch {
    return undefined;
  }
}
