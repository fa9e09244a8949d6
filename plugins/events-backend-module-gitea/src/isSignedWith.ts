import { createHmac, timingSafeEqual } from 'node:crypto';

const hexDigest = /^[0-9a-f]{64}$/;

/**
 * Whether somebody who knows the secret has signed exactly these bytes, as Gitea does: an
 * HMAC-SHA256 in hexadecimal digits. Takes the same time for any wrong signature.
 *
 * @see https://docs.gitea.com/usage/webhooks
 */
export function isSignedWith(
  secret: string,
  body: Buffer,
  signature: unknown,
): boolean {
  if (typeof signature !== 'string' || !hexDigest.test(signature)) {
    return false;
  }
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
