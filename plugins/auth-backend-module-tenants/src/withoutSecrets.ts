import { AuthenticationError, toError } from '@backstage/errors';

/**
 * Does the work, and takes secrets out of what it throws: the message of an identity provider may
 * repeat what it was sent, and the browser gets to see it.
 *
 * @throws AuthenticationError with `***` for each secret, in the place of an error that holds one.
 */
export async function withoutSecrets<Result>(
  secrets: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    const { message } = toError(thrown);
    const redacted = secrets
      .filter(secret => secret !== '')
      .reduce((text, secret) => text.replaceAll(secret, '***'), message);
    throw redacted === message ? thrown : new AuthenticationError(redacted);
  }
}

/** A client's secret, in the forms in which it is sent to the identity provider. */
export function formsOfSecret(
  clientId: string,
  clientSecret: string,
): string[] {
  const encoded = encodeURIComponent(clientSecret);
  const basic = `${encodeURIComponent(clientId)}:${encoded}`;
  return [clientSecret, encoded, Buffer.from(basic).toString('base64')];
}
