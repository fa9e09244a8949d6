import { setTimeout as sleep } from 'node:timers/promises';
import { Probe } from './Probe';

const timeoutMs = 15_000;
/** What a stream of events says first is said at once. */
const streamMs = 700;
const maximumAttempts = 3;

/** What somebody hears. */
export interface Answer {
  /** 0 when there is none in time. */
  status: number;
  text: string;
}

/**
 * Sends a probe; again where the connection was lost, and later where that is too often for the
 * portal.
 *
 * @throws Error naming the probe when there is no connection.
 */
export async function ask(
  url: string,
  probe: Probe,
  token: string | undefined,
): Promise<Answer> {
  const { method, path } = probe;
  let failure: unknown;
  for (let attempt = 0; attempt < maximumAttempts; attempt += 1) {
    try {
      const response = await send(url, probe, token);
      if (response.status !== 429 || attempt === maximumAttempts - 1) {
        return await toAnswer(response);
      }
      await response.body?.cancel();
      await sleep(Number(response.headers.get('retry-after') ?? 1) * 1_000);
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') {
        return { status: 0, text: 'no answer in time' };
      }
      failure = error;
    }
  }
  throw new Error(`${method} ${path} fails`, { cause: failure });
}

function send(
  url: string,
  { method, path, body, headers }: Probe,
  token: string | undefined,
): Promise<Response> {
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
}

async function toAnswer(response: Response): Promise<Answer> {
  const location = response.headers.get('location') ?? '';
  return {
    status: response.status,
    text: location + (await textOf(response)),
  };
}

async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('event-stream')) {
    return response.text();
  }
  const reader = response.body!.getReader();
  const first = await Promise.race([reader.read(), sleep(streamMs)]);
  await reader.cancel();
  return first?.value ? new TextDecoder().decode(first.value) : '';
}
