import { setTimeout as sleep } from 'node:timers/promises';
import { ForgeHost } from './ForgeHost';
import { maximumWaitMs, nextRequestAt } from './rateLimit';
import { withoutCredentials } from './withoutCredentials';

const requestTimeoutMs = 30_000;
const maximumWaits = 2;

/** `fetch` with the credentials of one host. */
export type ForgeFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Waits; ends early, with an error, when the signal says so. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/**
 * Creates a `fetch` that signs requests, ends each after 30 s, follows no redirect with the
 * credentials, takes these out of refusals, and waits out a short limit of requests. A request that
 * was refused for a limit had no effect, so that it can be sent again whatever its method.
 */
export function createForgeFetch(
  host: ForgeHost,
  wait: Wait = (ms, signal) => sleep(ms, undefined, { signal }),
): ForgeFetch {
  return async (url, init = {}) => {
    const signal = init.signal ?? undefined;
    for (let waits = 0; ; waits++) {
      const response = await send(host, url, init);
      const now = Date.now();
      const next = nextRequestAt(response, now);
      const delay = Math.max((next ?? now) - now, 1000);
      if (
        next === undefined ||
        delay > maximumWaitMs ||
        waits >= maximumWaits
      ) {
        return response;
      }
      await response.body?.cancel();
      await wait(delay, signal);
    }
  };
}

async function send(
  host: ForgeHost,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const timeout = AbortSignal.timeout(requestTimeoutMs);
  const signal = init.signal
    ? AbortSignal.any([init.signal, timeout])
    : timeout;
  const credentials = await unlessAborted(host.authorize(), signal);
  const response = await fetch(url, {
    ...init,
    headers: { ...init.headers, ...credentials },
    redirect: 'manual',
    signal,
  });
  return withoutCredentials(response, credentials);
}

/** Getting the token of an app is a request too, which knows no signal. */
async function unlessAborted<T>(
  action: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
  signal.throwIfAborted();
  return Promise.race([action, aborted]);
}
