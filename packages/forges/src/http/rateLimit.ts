/** Longest wait for a forge that limits requests; beyond it a person comes back later. */
export const maximumWaitMs = 30_000;

/**
 * Says when a forge that limits requests takes the next one, or `undefined` for an answer that has
 * nothing to do with a limit.
 *
 * GitHub: `retry-after`, or `x-ratelimit-remaining: 0` with `x-ratelimit-reset`, on 403 and 429
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 * GitLab: `Retry-After` and `RateLimit-Reset` on 429
 * (https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/).
 *
 * @param nowMs - milliseconds since 1970
 * @returns milliseconds since 1970
 */
export function nextRequestAt(
  { status, headers }: { status: number; headers: Headers },
  nowMs: number,
): number | undefined {
  if (status !== 429 && !isLimited403(status, headers)) {
    return undefined;
  }
  return (
    afterRetryAfter(headers.get('retry-after'), nowMs) ??
    atReset(headers.get('x-ratelimit-reset')) ??
    atReset(headers.get('ratelimit-reset')) ??
    nowMs + 60_000
  );
}

function isLimited403(status: number, headers: Headers): boolean {
  return (
    status === 403 &&
    (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0')
  );
}

/** Seconds, or a date. */
function afterRetryAfter(
  value: string | null,
  nowMs: number,
): number | undefined {
  if (!value) {
    return undefined;
  }
  const time = /^\d+$/.test(value)
    ? nowMs + Number(value) * 1000
    : Date.parse(value);
  return Number.isFinite(time) ? time : undefined;
}

/** Seconds since 1970. */
function atReset(value: string | null): number | undefined {
  return value && /^\d+$/.test(value) ? Number(value) * 1000 : undefined;
}
