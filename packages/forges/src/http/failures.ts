import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ForgeHost } from './ForgeHost';
import { nextRequestAt } from './rateLimit';

/** GitHub refuses a write to a protected branch with 422. */
const protectedPattern = /protected branch|rule violation/i;

/** An answer that is no success. */
export interface FailedAnswer {
  status: number;
  headers: Headers;
  /** What the forge says about it, if anything. */
  message?: string;
}

/**
 * Words what a forge refused so that the reader knows what to do next.
 *
 * @param purpose - what was to be done, as in `Could not open the pull request`
 */
export function explainAnswer(
  host: ForgeHost,
  purpose: string,
  answer: FailedAnswer,
): Error {
  const { status } = answer;
  const start = `Could not ${purpose}: ${host.name} answered ${status}${quote(
    answer.message,
  )}`;
  const limitedUntil = nextRequestAt(answer, Date.now());
  if (limitedUntil !== undefined) {
    const time = new Date(limitedUntil).toISOString();
    return new ServiceUnavailableError(
      `${start}. It limits requests; run this again after ${time}.`,
    );
  }
  if (status >= 300 && status < 400) {
    return new InputError(
      `${start}. The repository moved; an administrator of the portal corrects tenants.registry.url.`,
    );
  }
  return explainStatus(
    start,
    host,
    protectedPattern.test(answer.message ?? '') ? 403 : status,
  );
}

function explainStatus(
  start: string,
  { name, configKey }: ForgeHost,
  status: number,
): Error {
  switch (status) {
    case 401:
      return new ServiceUnavailableError(
        `${start}. The portal's credentials expired or were revoked; an administrator of the portal renews those of ${name} in ${configKey}.`,
      );
    case 403:
      return new NotAllowedError(
        `${start}. The branch is protected, or the credentials of ${name} in ${configKey} lack the right; an administrator of the repository grants it.`,
      );
    case 404:
      return new NotFoundError(
        `${start}. There is no such thing, or the credentials of ${name} in ${configKey} cannot see the repository.`,
      );
    case 409:
      return new ConflictError(`${start}. Somebody else wrote meanwhile.`);
    case 400:
    case 422:
      return new InputError(`${start}.`);
    default:
      return new ServiceUnavailableError(
        `${start}. Nothing was proposed; run this again later.`,
      );
  }
}

/**
 * Words why there was no answer at all.
 *
 * @param error - what `fetch` threw
 */
export function explainNoAnswer(
  host: ForgeHost,
  purpose: string,
  error: unknown,
): Error {
  if (isError(error) && error.name === 'ServiceUnavailableError') {
    return new ServiceUnavailableError(
      `Could not ${purpose}: ${error.message}`,
      error,
    );
  }
  return new ServiceUnavailableError(
    `Could not ${purpose}: ${host.name} cannot be reached (${reasonOf(error)})`,
    error,
  );
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  switch (name) {
    case 'TimeoutError':
      return 'no answer in time';
    case 'AbortError':
      return 'the task was stopped';
    default:
      return (cause as Error | undefined)?.message || message;
  }
}

function quote(message: string | undefined): string {
  const text = message?.replace(/\s+/g, ' ').trim().slice(0, 500);
  return text ? ` (${text})` : '';
}
