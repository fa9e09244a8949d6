import { Octokit } from '@octokit/rest';
import { createForgeFetch, ForgeFetch, Wait } from '../http/createForgeFetch';
import { explainAnswer, explainNoAnswer } from '../http/failures';
import { ForgeHost } from '../http/ForgeHost';

/** Where a repository is. */
export interface GithubRepository {
  owner: string;
  repo: string;
}

/** GitHub's own client, with the errors of forges. */
export interface GithubClient {
  /**
   * Makes one request.
   *
   * @param purpose - what it is for, as in `Could not open the pull request`
   * @throws Error as the `Forge` interface tells.
   */
  send<T>(
    purpose: string,
    request: (octokit: Octokit) => Promise<{ data: T }>,
  ): Promise<T>;
  /** The same, but `undefined` where GitHub has no such thing. */
  find<T>(
    purpose: string,
    request: (octokit: Octokit) => Promise<{ data: T }>,
  ): Promise<T | undefined>;
}

/** What Octokit throws, as far as it is read here. */
interface RequestFailure extends Error {
  status?: number;
  /** Absent when there was no answer. */
  response?: { headers: Record<string, unknown> };
}

/** What went wrong is in the error; Octokit would write it to the console beside. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Creates the client of one host.
 *
 * @param options.baseUrl - address of the API
 */
export function createGithubClient(options: {
  host: ForgeHost;
  baseUrl: string;
  wait?: Wait;
}): GithubClient {
  const { host, baseUrl, wait } = options;
  const octokit = new Octokit({ baseUrl, log: silent });
  useFetch(octokit, createForgeFetch(host, wait));
  return {
    async send(purpose, request) {
      try {
        return (await request(octokit)).data;
      } catch (error) {
        throw explainFailure(host, purpose, error as RequestFailure);
      }
    },
    async find(purpose, request) {
      try {
        return (await request(octokit)).data;
      } catch (error) {
        if (isAbsent(error as RequestFailure)) {
          return undefined;
        }
        throw explainFailure(host, purpose, error as RequestFailure);
      }
    },
  };
}

function useFetch(octokit: Octokit, forgeFetch: ForgeFetch): void {
  octokit.hook.wrap('request', async (request, options) => {
    let cause: unknown;
    const fetch: ForgeFetch = (url, init) =>
      forgeFetch(url, init).catch(error => {
        cause = error;
        throw error;
      });
    // Octokit's own hooks pass on the options that they were given, so these are changed in place.
    Object.assign(options, { request: { ...options.request, fetch } });
    try {
      return assertNoRedirect(await request(options));
    } catch (error) {
      // Octokit forgets why there was no answer.
      throw cause ?? error;
    }
  });
}

/** A redirect, which is not followed, counts as a success for Octokit. */
function assertNoRedirect<R extends { status: number }>(response: R): R {
  const { status } = response;
  if (status >= 300) {
    throw Object.assign(new Error('redirect'), { status, response });
  }
  return response;
}

function isAbsent({ status, response }: RequestFailure): boolean {
  return status === 404 && response !== undefined;
}

function explainFailure(
  host: ForgeHost,
  purpose: string,
  failure: RequestFailure,
): Error {
  const { status, response, message } = failure;
  if (!response || !status) {
    return explainNoAnswer(host, purpose, failure);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    headers.set(name, `${value}`);
  }
  return explainAnswer(host, purpose, { status, headers, message });
}
