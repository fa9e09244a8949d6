import { ForwardedError, ResponseError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';

const requestTimeoutMs = 30_000;

/** One request to the API of a repository. */
export interface GiteaRequest {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the repository, for example `/pulls`. */
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** What the request is for, as in `The forge could not open the pull request`. */
  purpose: string;
  signal?: AbortSignal;
}

/** The REST API of one repository on a Gitea host. */
export interface GiteaClient {
  /**
   * Sends a request and reads the answer.
   *
   * @throws ForwardedError with what the forge said, or why it did not answer within 30 s.
   */
  send(request: GiteaRequest): Promise<unknown>;
  /** The same, but `undefined` where the forge has no such thing. */
  find(request: GiteaRequest): Promise<unknown>;
}

/** Where a repository is. */
export interface GiteaRepository {
  owner: string;
  name: string;
  /** Branch of the registry. */
  branch: string;
}

/** Creates the client of one repository. */
export function createGiteaClient(
  integration: GiteaIntegrationConfig,
  { owner, name }: GiteaRepository,
): GiteaClient {
  const repository = `${integration.baseUrl}/api/v1/repos/${owner}/${name}`;
  const request = (options: GiteaRequest) =>
    sendRequest(`${repository}${options.path}`, integration, options);
  return {
    send: async options => {
      const response = await request(options);
      await assertOk(response, options);
      return readBody(response, options);
    },
    find: async options => {
      const response = await request(options);
      if (response.status === 404) {
        await response.text();
        return undefined;
      }
      await assertOk(response, options);
      return readBody(response, options);
    },
  };
}

async function sendRequest(
  url: string,
  integration: GiteaIntegrationConfig,
  { method = 'GET', query = {}, body, purpose, signal }: GiteaRequest,
): Promise<Response> {
  const timeout = AbortSignal.timeout(requestTimeoutMs);
  try {
    return await fetch(`${url}?${new URLSearchParams(query)}`, {
      method,
      headers: {
        ...getGiteaRequestOptions(integration).headers,
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      // A redirected POST would arrive as a GET.
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    throw unreachable(integration, purpose, error);
  }
}

function unreachable(
  { baseUrl }: GiteaIntegrationConfig,
  purpose: string,
  error: unknown,
): Error {
  const { name, cause } = error as Error;
  const reason =
    name === 'TimeoutError'
      ? `no answer within ${requestTimeoutMs / 1000} s`
      : (cause as Error | undefined)?.message || (error as Error).message;
  return new ForwardedError(
    `Could not ${purpose}: the forge at ${baseUrl} cannot be reached (${reason})`,
    error,
  );
}

async function assertOk(
  response: Response,
  { purpose }: GiteaRequest,
): Promise<void> {
  if (response.ok) {
    return;
  }
  const said = await messageOf(response.clone());
  throw new ForwardedError(
    `Could not ${purpose}: the forge answered ${response.status}${said}`,
    await ResponseError.fromResponse(response),
  );
}

/** Gitea's errors are `{message}`; a proxy in front of it may answer anything. */
async function messageOf(response: Response): Promise<string> {
  try {
    const { message } = await response.json();
    return typeof message === 'string' ? ` (${message.slice(0, 500)})` : '';
  } catch {
    return '';
  }
}

async function readBody(
  response: Response,
  { purpose }: GiteaRequest,
): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new ForwardedError(
      `Could not ${purpose}: the forge's answer is no JSON`,
      error,
    );
  }
}
