/**
 * A refusal without the credentials of the request: what a forge, or a proxy in front of it, says
 * about an error is repeated to users, and may repeat what it was sent. Other answers stay as they
 * are.
 */
export async function withoutCredentials(
  response: Response,
  credentials: Record<string, string>,
): Promise<Response> {
  if (response.status < 400) {
    return response;
  }
  const text = await response.text();
  const redacted = Object.values(credentials)
    .flatMap(secretsOf)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const { status, statusText, headers } = response;
  return new Response(redacted, { status, statusText, headers });
}

/** A header is the secret itself, or a scheme with the secret after it. */
function secretsOf(header: string): string[] {
  const [scheme, secret = scheme] = header.split(' ');
  if (secret === '') {
    return [];
  }
  return /^basic$/i.test(scheme) ? [secret, passwordOf(secret)] : [secret];
}

function passwordOf(basic: string): string {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1) || basic;
}
